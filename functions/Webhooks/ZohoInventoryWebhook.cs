using Isthmus.Connectors.Http;
using Isthmus.Connectors.ZohoInventory;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Webhooks;

/// <summary>
/// Receives what Zoho Inventory's workflow rules send: verify, store, answer. The record is read again by the flow.
/// </summary>
public sealed partial class ZohoInventoryWebhook(
    WebhookSecrets secrets, ZohoInventoryOptions options, WebhookIntake intake, ILogger<ZohoInventoryWebhook> log)
{
    /// <summary>
    /// <c>POST /api/webhooks/zoho-inventory?rule=NAME</c>. 200 when stored, 400 when refused, 413 when too large, 503
    /// when it could not be stored.
    /// </summary>
    [Function(nameof(ZohoInventoryWebhook))]
    public async Task<IActionResult> Receive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/zoho-inventory")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (await RequestBody.ReadAsync(request, cancellation) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "too-large", $"The body is larger than {RequestBody.Limit} bytes.");
        }
        var query = request.Query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()));
        var keys = await secrets.GetAsync(options.Webhook.Secrets, cancellation);
        var verdict = ZohoSignature.Verify(
            body.Span, request.ContentType, query, request.Headers[ZohoSignature.HeaderName], keys, options.Webhook);
        if (verdict != SignatureVerdict.Valid)
        {
            var (code, message) = SignatureRefusals.Explain(verdict, ZohoSignature.HeaderName);
            return Refuse(StatusCodes.Status400BadRequest, code, message);
        }
        if (ZohoWebhook.TryRead(body.Span, request.ContentType, request.Query["rule"]) is not { } webhook)
        {
            return Refuse(
                StatusCodes.Status400BadRequest, "malformed",
                "The body is signed but names no record: it needs one JSON object under its module's name, such as {\"salesorder\":{...}}.");
        }
        return await WebhookAnswers.OfAsync(() => ZohoEvents.TakeAsync(intake, webhook, "webhook", cancellation), log);
    }

    private IActionResult Refuse(int status, string code, string message)
    {
        LogRefused(log, code, message);
        return WebhookAnswers.Refused(status, code, message);
    }

    [LoggerMessage(1102, LogLevel.Warning, "A Zoho Inventory webhook was refused ({Code}): {Reason}")]
    private static partial void LogRefused(ILogger logger, string code, string reason);
}
