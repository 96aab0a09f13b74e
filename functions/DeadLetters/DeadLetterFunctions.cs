using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Operators;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.DeadLetters;

/// <summary>The records that could not be carried across.</summary>
public sealed class DeadLetterFunctions(DeadLetterStore letters, Resubmission resubmission, RecordEdits edits)
{
    /// <summary>
    /// <c>GET
    /// /api/dead-letters?class=&amp;connection=&amp;owner=&amp;flow=&amp;cause=&amp;text=&amp;closed=true&amp;limit=&amp;continuation=</c>:
    /// open entries, or closed ones. A page may be short, or empty, and still have another behind it.
    /// </summary>
    [Function(nameof(ListDeadLetters))]
    public async Task<IActionResult> ListDeadLetters(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "dead-letters")] HttpRequest request, CancellationToken cancellation)
    {
        if (Query(request) is not { } query) return WrongClass(request);
        return await OperatorAnswers.PageAsync(request, (limit, from) => letters.ListAsync(query, limit, from, cancellation));
    }

    /// <summary><c>GET /api/dead-letters/groups</c>: open entries by cause, with the same filters.</summary>
    [Function(nameof(GroupDeadLetters))]
    public async Task<IActionResult> GroupDeadLetters(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "dead-letters/groups")] HttpRequest request, CancellationToken cancellation) =>
        Query(request) is { } query ? new OkObjectResult(await letters.GroupAsync(query, cancellation)) : WrongClass(request);

    /// <summary><c>GET /api/dead-letters/{id}</c>: one entry, and which actions are open to it, or why not.</summary>
    [Function(nameof(ShowDeadLetter))]
    public async Task<IActionResult> ShowDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "dead-letters/{id}")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await letters.FindAsync(id, cancellation) is not { } letter) return OperatorAnswers.NotFound("dead letter", id);
        var obstacle = await resubmission.ObstacleAsync(letter, client, cancellation);
        return new OkObjectResult(new ShownDeadLetter(letter, OfferedAction.For(letter, obstacle)));
    }

    /// <summary><c>GET /api/dead-letters/{id}/record</c>: the record as it was, with personal values masked.</summary>
    [Function(nameof(ShowDeadRecord))]
    public async Task<IActionResult> ShowDeadRecord(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "dead-letters/{id}/record")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (await letters.FindAsync(id, cancellation) is not { } letter) return OperatorAnswers.NotFound("dead letter", id);
        if (letter.Payload is not { } payload)
            return OperatorAnswers.Unavailable("The run did not get past reading its record: look at it in its source.");
        try { return new OkObjectResult(await edits.ShowAsync(payload, cancellation)); }
        catch (PayloadMissingException gone) { return OperatorAnswers.Unavailable(gone.Message); }
    }

    private static DeadLetterQuery? Query(HttpRequest request)
    {
        FailureClass? wanted = null;
        if (OperatorAnswers.Text(request, "class") is { } text)
        {
            if (!Enum.TryParse<FailureClass>(text, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed)) return null;
            wanted = parsed;
        }
        return new DeadLetterQuery
        {
            Closed = OperatorAnswers.Text(request, "closed") == "true",
            Class = wanted,
            Connection = OperatorAnswers.Text(request, "connection"),
            Owner = OperatorAnswers.Text(request, "owner"),
            Flow = OperatorAnswers.Text(request, "flow"),
            Cause = OperatorAnswers.Text(request, "cause"),
            Text = OperatorAnswers.Text(request, "text"),
        };
    }

    private static IActionResult WrongClass(HttpRequest request) =>
        OperatorAnswers.Wrong("class", request.Query["class"], $"Classes are {string.Join(", ", Enum.GetNames<FailureClass>())}.");
}
