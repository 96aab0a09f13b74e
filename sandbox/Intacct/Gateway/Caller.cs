using Isthmus.Sandbox.Intacct.Sessions;

namespace Isthmus.Sandbox.Intacct.Gateway;

/// <summary>Who calls, and from where: what a function may need beside its element.</summary>
/// <param name="Session">The session, or the sign-in of this request alone.</param>
/// <param name="Root">Scheme and host as the caller wrote them.</param>
internal sealed record Caller(Session Session, string Root);
