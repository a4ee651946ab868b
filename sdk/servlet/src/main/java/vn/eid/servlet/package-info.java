/**
 * e-ID login, logout and webhooks for Jakarta Servlet. Start at {@link
 * vn.eid.servlet.EidLoginFilter}.
 */
@NullMarked
package vn.eid.servlet;

import org.jspecify.annotations.NullMarked;
