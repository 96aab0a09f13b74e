using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Core;
using Isthmus.Core.Audit;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Runs;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.DeadLetters;

/// <summary>What people do about one dead letter. Every action may be repeated; each is audited once.</summary>
public sealed class RepairFunctions(DeadLetterStore letters, Resubmission resubmission, RecordEdits edits, RunStore runs, AuditTrail audit)
{
    /// <summary>
    /// <c>POST /api/dead-letters/{id}/resubmit?from=start|step</c>: runs the flow again from its source record, or from the
    /// failed step with the record as it was read. What it wrote before is found, not written twice. The entry closes when the
    /// run succeeds.
    /// </summary>
    [Function(nameof(ResubmitDeadLetter))]
    public async Task<IActionResult> ResubmitDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "dead-letters/{id}/resubmit")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var from = OperatorAnswers.Text(request, "from") ?? "start";
        if (from is not ("start" or "step")) return OperatorAnswers.Wrong("from", from, "Give start or step.");
        if (await letters.FindAsync(id, cancellation) is not { } letter) return OperatorAnswers.NotFound("dead letter", id);
        var done = await resubmission.ResubmitAsync(letter, from == "step", OperatorAnswers.Operator(request), client, cancellation);
        return done.RunId is { } run ? new AcceptedResult($"/api/runs/{run}", new { id = run }) : OperatorAnswers.Unavailable(done.Why!);
    }

    /// <summary>
    /// <c>POST /api/dead-letters/{id}/edit?preview=true</c> with a JSON merge patch of the record: shows what it changes and,
    /// without
    /// <c>preview</c>, runs the flow on the edited copy under an id of its own; the record as it was is kept.
    /// </summary>
    [Function(nameof(EditDeadLetter))]
    public async Task<IActionResult> EditDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "dead-letters/{id}/edit")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await letters.FindOpenAsync(id, cancellation) is not { } letter) return OperatorAnswers.NotFound("open dead letter", id);
        if (await PatchAsync(request, cancellation) is not { } patch)
            return OperatorAnswers.Wrong("body", null, "Give a JSON object of the fields to change.");
        var edit = await edits.EditAsync(letter, patch, cancellation);
        if (edit.Payload is not { } payload) return OperatorAnswers.Unavailable(edit.Why!);
        if (OperatorAnswers.Text(request, "preview") == "true") return new OkObjectResult(new { id, edit.Changes });
        var done = await resubmission.ResubmitCopyAsync(
            letter, payload, edit.Changes.Select(change => change.Path), OperatorAnswers.Operator(request), client, cancellation);
        return done.RunId is { } run
            ? new AcceptedResult($"/api/runs/{run}", new { id = run, parent = id, edit.Changes })
            : OperatorAnswers.Unavailable(done.Why!);
    }

    /// <summary>
    /// <c>POST /api/dead-letters/{id}/assign?owner=</c>: gives it to somebody; no rule takes it away from them.
    /// </summary>
    [Function(nameof(AssignDeadLetter))]
    public async Task<IActionResult> AssignDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "dead-letters/{id}/assign")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (OperatorAnswers.Text(request, "owner") is not { Length: <= 100 } owner)
            return OperatorAnswers.Wrong("owner", request.Query["owner"], "Give a person or a team, 100 characters at most.");
        if (await letters.FindOpenAsync(id, cancellation) is not { } letter) return OperatorAnswers.NotFound("open dead letter", id);
        if (await letters.AssignAsync(letter, owner, cancellation))
            await audit.AddAsync(OperatorAnswers.Operator(request), "assign dead letter", id, "to " + owner, cancellation: cancellation);
        return new OkObjectResult(new { id, owner });
    }

    /// <summary><c>POST /api/dead-letters/{id}/note?text=</c>: writes something about it.</summary>
    [Function(nameof(NoteDeadLetter))]
    public async Task<IActionResult> NoteDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "dead-letters/{id}/note")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (OperatorAnswers.Text(request, "text") is not { Length: <= 1000 } text)
            return OperatorAnswers.Wrong("text", null, "Give 1 to 1,000 characters.");
        if (await letters.FindAsync(id, cancellation) is not { } letter) return OperatorAnswers.NotFound("dead letter", id);
        var by = OperatorAnswers.Operator(request);
        if (OfferedAction.NoteObstacle(letter) is { } full) return OperatorAnswers.Unavailable(full);
        if (await letters.NoteAsync(letter, by, text, cancellation))
            await audit.AddAsync(by, "note on dead letter", id, "written", cancellation: cancellation);
        return new OkObjectResult(new { id, text });
    }

    /// <summary>
    /// <c>POST /api/dead-letters/{id}/close</c>: a person took care of it elsewhere; the run counts as ignored from then on.
    /// </summary>
    [Function(nameof(CloseDeadLetter))]
    public async Task<IActionResult> CloseDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "dead-letters/{id}/close")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await letters.FindAsync(id, cancellation) is not { } letter) return OperatorAnswers.NotFound("open dead letter", id);
        if (letter.Closed) return new OkObjectResult(new { id, closed = true });
        if (await resubmission.ObstacleAsync(letter, client, cancellation) is { } why) return OperatorAnswers.Unavailable(why);
        var by = OperatorAnswers.Operator(request);
        await audit.AddAsync(by, "close dead letter", id, "closed", cancellation: cancellation);
        if (await runs.FindAsync(id, cancellation) is { State: RunState.DeadLettered })
            await runs.SetStateAsync(id, RunState.Ignored, $"Closed by {by}.", cancellation: cancellation);
        await letters.CloseAsync(id, cancellation);
        return new OkObjectResult(new { id, closed = true });
    }

    private static async Task<JsonNode?> PatchAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (await RequestBody.ReadAsync(request, cancellation) is not { } body) return null;
        try
        {
            SoundJson.Parse(body.Span);
            return JsonNode.Parse(body.Span, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) as JsonObject;
        }
        catch (JsonException) { return null; }
    }
}
