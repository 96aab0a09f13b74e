using Isthmus.Connectors.Checks;
using Isthmus.Core.Audit;
using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Isthmus.Functions.Polling;
using Isthmus.Functions.Refunds;
using Isthmus.Functions.ZohoCrm;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Operators;

/// <summary>The connections to vendors' accounts.</summary>
public sealed class ConnectionFunctions(
    IEnumerable<IConnectionCheck> checks, Circuits circuits, WaitingRuns waiting, StripeEventSweep stripe, ZohoSalesOrderSweep zoho,
    RefundSweep refunds, CrmChangePoll crm, IEnumerable<IConnectionFacts> facts, AuditTrail audit)
{
    /// <summary><c>GET /api/connections</c>: the connections that are configured, and whether work flows there.</summary>
    [Function(nameof(ListConnections))]
    public async Task<IActionResult> ListConnections(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "connections")] HttpRequest request, CancellationToken cancellation)
    {
        var shown = new List<ShownConnection>();
        foreach (var check in checks)
        {
            var one = await ShownConnection.ReadAsync(check.Connection, circuits, waiting, cancellation);
            shown.Add(facts.FirstOrDefault(each => each.Connection == check.Connection) is { } known
                ? one with { Facts = await known.ReadAsync(cancellation) } : one);
        }
        return new OkObjectResult(shown);
    }

    /// <summary><c>GET /api/connections/{id}/check</c>: tries the real account, step by step; changes nothing there.</summary>
    [Function(nameof(CheckConnection))]
    public async Task<IActionResult> CheckConnection(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "connections/{id}/check")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (checks.FirstOrDefault(c => c.Connection == id) is not { } check) return OperatorAnswers.NotFound("connection", id);
        var report = await Probe.RunAsync(() => check.CheckAsync(cancellation));
        return new OkObjectResult(new { report.Connection, report.Ok, report.Steps });
    }

    /// <summary><c>POST /api/connections/{id}/sweep</c>: looks now for events and changes that no webhook brought.</summary>
    [Function(nameof(SweepConnection))]
    public async Task<IActionResult> SweepConnection(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "connections/{id}/sweep")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (checks.All(check => check.Connection != id)) return OperatorAnswers.NotFound("connection", id);
        var circuit = await circuits.FindAsync(id, cancellation);
        if (circuit.State != CircuitState.Flowing)
            return OperatorAnswers.Unavailable($"{id} is paused: {circuit.Reason} It is swept when it flows again.");
        int found;
        try
        {
            if (await FoundAsync(id, client, cancellation) is not { } count) return OperatorAnswers.NotFound("connection with a sweep", id);
            found = count;
        }
        catch (FailureException failed)
        {
            return OperatorAnswers.Unavailable($"{id} did not answer as it should: {failed.Failure.Message} {failed.Failure.Cure}");
        }
        await audit.AddAsync(OperatorAnswers.Operator(request), "sweep connection", id, $"{found} found", cancellation: cancellation);
        return new OkObjectResult(new { connection = id, found });
    }

    private async Task<int?> FoundAsync(string id, DurableTaskClient client, CancellationToken cancellation)
    {
        switch (id)
        {
            case "stripe":
                await refunds.TellAsync(client, cancellation);
                return await stripe.SweepAsync(cancellation);
            case "zoho-inventory": return await zoho.SweepAsync(cancellation) + await refunds.SweepAsync(cancellation);
            case "zoho-crm": return (await crm.RunAsync(client, full: false, cancellation))?.Counts.Taken;
            default: return null;
        }
    }
}
