using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Webhooks;

/// <summary>The body of every answer to a webhook.</summary>
/// <param name="Code">A word for programs: accepted, duplicate, signature-stale.</param>
/// <param name="Message">A sentence for people, with the cure where something is wrong.</param>
public sealed record WebhookAnswer(string Code, string Message);

/// <summary>The answers that webhook functions give.</summary>
public static partial class WebhookAnswers
{
    /// <summary>Takes the event and answers: stored, known, or 503 where the storage refused it.</summary>
    /// <param name="take">Stores the event; false when it was known.</param>
    /// <param name="log">Hears of an event that could not be stored.</param>
    public static async Task<IActionResult> OfAsync(Func<Task<bool>> take, ILogger log)
    {
        try
        {
            return await take() ? Accepted() : Duplicate();
        }
        catch (Exception failure) when (failure is IOException or RequestFailedException)
        {
            LogNotStored(log, failure.Message);
            return new NotStoredResult();
        }
    }

    /// <summary>The event is stored.</summary>
    public static IActionResult Accepted() => Answer(StatusCodes.Status200OK, "accepted", "The event is stored.");

    /// <summary>The event was stored and dealt with before.</summary>
    public static IActionResult Duplicate() => Answer(StatusCodes.Status200OK, "duplicate", "The event was received before.");

    /// <summary>The request is refused; nothing of it is stored.</summary>
    public static IActionResult Refused(int status, string code, string message) => Answer(status, code, message);

    private static ObjectResult Answer(int status, string code, string message) =>
        new(new WebhookAnswer(code, message)) { StatusCode = status };

    [LoggerMessage(1103, LogLevel.Error, "An event could not be stored; its sender was told to send it again. {Reason}")]
    private static partial void LogNotStored(ILogger logger, string reason);
}
