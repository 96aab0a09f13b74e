using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Receives what Zoho CRM's channels send. There is no signature: the echoed token is the only proof, so it is compared before
/// anything else of the body is read. Then store, answer; the records are read again by the router.
/// </summary>
public sealed partial class ZohoCrmWebhook(
    WebhookSecrets secrets, ZohoCrmOptions options, CrmFollowed followed, WebhookIntake intake, ILogger<ZohoCrmWebhook> log)
{
    /// <summary>
    /// <c>POST /api/webhooks/zoho-crm</c>. 200 when stored, 400 when refused, 404 when no channels are set up, 413 when too
    /// large, 503 when it could not be stored.
    /// </summary>
    [Function(nameof(ZohoCrmWebhook))]
    public async Task<IActionResult> Receive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/zoho-crm")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (!options.IsSetUp || !options.Channels.Enabled)
            return Refuse(StatusCodes.Status404NotFound, "not-set-up", "This installation has no channels of Zoho CRM.");
        if (await RequestBody.ReadAsync(request, cancellation) is not { } body)
            return Refuse(StatusCodes.Status413PayloadTooLarge, "too-large", $"The body is larger than {RequestBody.Limit} bytes.");
        if (CrmNotification.ReadProof(body.Span) is not { } proof)
            return Refuse(StatusCodes.Status400BadRequest, "malformed", "The body is no notification: it names no channel.");
        var secret = (await secrets.GetAsync([options.Channels.TokenSecret], cancellation))[0];
        if (!CrmChannelKeys.Match(CrmChannelKeys.TokenOf(secret, proof.ChannelId), proof.Token))
            return Refuse(StatusCodes.Status400BadRequest, "token-mismatch",
                "The token is not that of the channel: the request is not from Zoho CRM.");
        var module = followed.Modules.FirstOrDefault(
            each => CrmChannelKeys.IdOf(secret, options.Channels.NotifyUrl!, each) == proof.ChannelId);
        if (module is null)
            return Refuse(StatusCodes.Status400BadRequest, "channel-unknown",
                "The channel is none of those that this installation keeps open.");
        if (CrmNotification.TryRead(body.Span) is not { } notification || notification.Module != module)
            return Refuse(StatusCodes.Status400BadRequest, "malformed",
                "The notification names no records, or those of another module.");
        return await WebhookAnswers.OfAsync(() => CrmEvents.TakeNotificationAsync(intake, body, cancellation), log);
    }

    private IActionResult Refuse(int status, string code, string message)
    {
        LogRefused(log, code, message);
        return WebhookAnswers.Refused(status, code, message);
    }

    [LoggerMessage(1104, LogLevel.Warning, "A Zoho CRM notification was refused ({Code}): {Reason}")]
    private static partial void LogRefused(ILogger logger, string code, string reason);
}
