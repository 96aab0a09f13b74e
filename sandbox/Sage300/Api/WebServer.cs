using System.Text;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>What stands before the Web API: IIS, whose pool sleeps after 20 idle minutes and may serve nobody for a while.</summary>
internal sealed class WebServer(WebApiSettings settings, IdSource ids, TimeProvider clock)
{
    private const string CookieName = "Sage300WebApi";
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    private readonly Lock gate = new();
    private DateTimeOffset lastCall = DateTimeOffset.MinValue;
    private DateTimeOffset downUntil = DateTimeOffset.MinValue;
    private int downStatus;
    private string session = "";

    public void GoDown(TimeSpan during, int status)
    {
        lock (gate) (downUntil, downStatus) = (clock.GetUtcNow() + during, status);
    }

    /// <summary>False when the call was answered with a page of HTML.</summary>
    public async Task<bool> LetInAsync(HttpContext context)
    {
        bool down, cold;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            (down, cold) = (now < downUntil, now - lastCall > Idle);
            lastCall = now;
            if (cold) session = ids.Next("s", 20);
        }
        if (cold && settings.WakeMs > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(settings.WakeMs), clock, context.RequestAborted);
        if (!down)
        {
            if (context.Request.Cookies[CookieName] != session)
                context.Response.Headers.Append("Set-Cookie", $"{CookieName}={session}; path=/; HttpOnly");
            return true;
        }
        context.Response.StatusCode = downStatus;
        context.Response.ContentType = "text/html; charset=us-ascii";
        await context.Response.Body.WriteAsync(Encoding.ASCII.GetBytes(
            "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\"><HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD>\r\n"
            + $"<BODY><h2>Service Unavailable</h2><hr><p>HTTP Error {downStatus}. The service is unavailable.</p></BODY></HTML>"));
        return false;
    }
}
