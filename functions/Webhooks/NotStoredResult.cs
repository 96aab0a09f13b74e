using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Isthmus.Functions.Webhooks;

/// <summary>503 with Retry-After: the event could not be stored, and the vendor is to send it again.</summary>
internal sealed class NotStoredResult : ObjectResult
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    public NotStoredResult() : base(new WebhookAnswer(
        "not-stored", "The event could not be stored. Send it again; look at the state's disk or the storage account if this goes on.")) =>
        StatusCode = StatusCodes.Status503ServiceUnavailable;

    public override Task ExecuteResultAsync(ActionContext context)
    {
        context.HttpContext.Response.Headers.RetryAfter = Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return base.ExecuteResultAsync(context);
    }
}
