using System.Net;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Sage300;

/// <summary>
/// The cookies of the server, by which it finds the views again that it opened for an earlier call. They only save time: each
/// call signs on by itself, and cookies that the server does not know any more are thrown away.
/// </summary>
internal sealed class Sage300Session
{
    public CookieContainer Cookies { get; } = new();

    public Refusal? Judge(ApiCall call, ApiAnswer answer)
    {
        var refusal = Sage300Errors.Judge(call, answer);
        if (refusal?.Failure.Code is "SessionError" or "Unauthorized") Forget();
        return refusal;
    }

    private void Forget()
    {
        foreach (Cookie cookie in Cookies.GetAllCookies()) cookie.Expired = true;
    }
}
