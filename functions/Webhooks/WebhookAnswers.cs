using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Isthmus.Functions.Webhooks;

/// <summary>The body of every answer to a webhook.</summary>
/// <param name="Code">A word for programs: accepted, duplicate, signature-stale.</param>
/// <param name="Message">A sentence for people, with the cure where something is wrong.</param>
public sealed record WebhookAnswer(string Code, string Message);

/// <summary>The answers that webhook functions give.</summary>
public static class WebhookAnswers
{
    /// <summary>The event is stored.</summary>
    public static IActionResult Accepted() => Answer(StatusCodes.Status200OK, "accepted", "The event is stored.");

    /// <summary>The event was stored and dealt with before.</summary>
    public static IActionResult Duplicate() => Answer(StatusCodes.Status200OK, "duplicate", "The event was received before.");

    /// <summary>The request is refused; nothing of it is stored.</summary>
    public static IActionResult Refused(int status, string code, string message) => Answer(status, code, message);

    private static ObjectResult Answer(int status, string code, string message) =>
        new(new WebhookAnswer(code, message)) { StatusCode = status };
}
