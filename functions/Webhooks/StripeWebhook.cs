using Isthmus.Connectors.Http;
using Isthmus.Connectors.Stripe;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Webhooks;

/// <summary>
/// Receives Stripe's events: verify the signature on the raw bytes, store, answer. Nothing else happens in the request.
/// </summary>
public sealed partial class StripeWebhook(
    WebhookSecrets secrets, StripeOptions options, WebhookIntake intake, TimeProvider time, ILogger<StripeWebhook> log)
{
    private const string Header = "Stripe-Signature";

    /// <summary>
    /// <c>POST /api/webhooks/stripe</c>. 200 when the event is stored, 400 when it is refused, 413 when it is too large, 503 when
    /// it could not be stored.
    /// </summary>
    [Function(nameof(StripeWebhook))]
    public async Task<IActionResult> Receive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "webhooks/stripe")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (await RequestBody.ReadAsync(request, cancellation) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "too-large", $"The body is larger than {RequestBody.Limit} bytes.");
        }
        var keys = await secrets.GetAsync(options.WebhookSecrets, cancellation);
        var verdict = StripeSignature.Verify(body.Span, request.Headers[Header], keys, time.GetUtcNow(), options.WebhookTolerance);
        if (verdict != SignatureVerdict.Valid)
        {
            var (code, message) = SignatureRefusals.Explain(verdict, Header);
            return Refuse(StatusCodes.Status400BadRequest, code, message);
        }
        if (StripeEvent.TryRead(body.Span) is not { } head)
        {
            return Refuse(
                StatusCodes.Status400BadRequest, "malformed",
                "The body is signed but is not a Stripe event: no UTF-8 JSON, or no id, type or object.");
        }
        if (head.LiveMode != options.LiveMode)
        {
            return Refuse(
                StatusCodes.Status400BadRequest, "livemode-mismatch",
                $"The event has livemode={head.LiveMode} but this endpoint serves livemode={options.LiveMode}. " +
                "Point the other mode's webhook endpoint at its own installation.");
        }
        return await WebhookAnswers.OfAsync(
            () => intake.TakeAsync("stripe", head.Id, head.Type, body, "webhook", cancellation), log);
    }

    private IActionResult Refuse(int status, string code, string message)
    {
        LogRefused(log, code, message);
        return WebhookAnswers.Refused(status, code, message);
    }

    [LoggerMessage(1101, LogLevel.Warning, "A Stripe webhook was refused ({Code}): {Reason}")]
    private static partial void LogRefused(ILogger logger, string code, string reason);
}
