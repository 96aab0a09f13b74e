using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Core.Audit;
using Isthmus.Core.Connections;
using Isthmus.Functions.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Operators;

/// <summary>Pauses and resumes connections by hand. Every action may be repeated; each is audited once.</summary>
public sealed class PauseFunctions(IEnumerable<IConnectionCheck> checks, Circuits circuits, WaitingRuns waiting, AuditTrail audit)
{
    private const int LongestNote = 500;

    /// <summary>
    /// <c>POST /api/connections/{id}/pause</c> with <c>{"note":"..."}</c>: nothing calls the vendor until a person resumes it.
    /// </summary>
    [Function(nameof(PauseConnection))]
    public async Task<IActionResult> PauseConnection(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "connections/{id}/pause")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!Exists(id)) return OperatorAnswers.NotFound("connection", id);
        if (await NoteAsync(request, cancellation) is not { } note) return WrongNote();
        var actor = OperatorAnswers.Operator(request);
        var reason = note.Length == 0 ? $"paused by {actor}." : $"paused by {actor}: {note}";
        var (_, changed) = await circuits.HoldAsync(id, reason, actor, cancellation);
        if (changed) await audit.AddAsync(actor, "pause connection", id, Outcome("paused", note), cancellation: cancellation);
        await PausedConnectionOrchestration.TendAsync(id, client, changed: true, cancellation);
        return new OkObjectResult(await ShownConnection.ReadAsync(id, circuits, waiting, cancellation));
    }

    /// <summary>
    /// <c>POST /api/connections/{id}/resume</c> with <c>{"note":"..."}</c>: probes the connection now and, if it answers, lets work
    /// flow again. One that does not answer stays paused and is probed on by itself.
    /// </summary>
    [Function(nameof(ResumeConnection))]
    public async Task<IActionResult> ResumeConnection(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "connections/{id}/resume")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!Exists(id)) return OperatorAnswers.NotFound("connection", id);
        if (await NoteAsync(request, cancellation) is not { } note) return WrongNote();
        var actor = OperatorAnswers.Operator(request);
        var (circuit, changed) = await circuits.ProbeNowAsync(id, cancellation);
        if (changed) await audit.AddAsync(actor, "resume connection", id, Outcome("probed", note), cancellation: cancellation);
        if (circuit.State != CircuitState.Flowing) await PausedConnectionOrchestration.TendAsync(id, client, changed: true, cancellation);
        return new OkObjectResult(await ShownConnection.ReadAsync(id, circuits, waiting, cancellation));
    }

    /// <summary>
    /// Every five minutes: a pause or a queue that nobody looks after, because a process died between two writes, gets somebody.
    /// </summary>
    [Function(nameof(TendForgottenPauses))]
    public async Task TendForgottenPauses(
        [TimerTrigger("35 */5 * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        foreach (var check in checks)
        {
            var circuit = await circuits.FindAsync(check.Connection, cancellation);
            if (circuit.State != CircuitState.Flowing || await waiting.CountAsync(check.Connection, 1, cancellation) > 0)
                await PausedConnectionOrchestration.TendAsync(check.Connection, client, changed: false, cancellation);
        }
    }

    private bool Exists(string id) => checks.Any(check => check.Connection == id);

    private static string Outcome(string done, string note) => note.Length == 0 ? done : $"{done}: {note}";

    private static IActionResult WrongNote() =>
        OperatorAnswers.Wrong("body", null, $"Give nothing, or {{\"note\":\"...\"}} of {LongestNote} characters at most.");

    /// <summary>Nothing is an empty note; null where the body cannot be read as one.</summary>
    private static async Task<string?> NoteAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var reader = new StreamReader(request.Body);
        var buffer = new char[LongestNote * 8];
        var text = buffer.AsMemory(0, await reader.ReadBlockAsync(buffer, cancellation));
        if (text.Span.IsWhiteSpace()) return "";
        try
        {
            using var body = JsonDocument.Parse(text);
            if (body.RootElement.ValueKind != JsonValueKind.Object) return null;
            if (!body.RootElement.TryGetProperty("note", out var note)) return "";
            return note.ValueKind == JsonValueKind.String && note.GetString() is { Length: <= LongestNote } given ? given : null;
        }
        catch (JsonException) { return null; }
    }
}
