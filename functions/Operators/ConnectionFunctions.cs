using Isthmus.Connectors.Checks;
using Isthmus.Core.Audit;
using Isthmus.Functions.Polling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Operators;

/// <summary>The connections to vendors' accounts.</summary>
public sealed class ConnectionFunctions(
    IEnumerable<IConnectionCheck> checks, StripeEventSweep stripe, ZohoSalesOrderSweep zoho, AuditTrail audit)
{
    /// <summary><c>GET /api/connections</c>: the connections that are configured.</summary>
    [Function(nameof(ListConnections))]
    public IActionResult ListConnections(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "connections")] HttpRequest request) =>
        new OkObjectResult(checks.Select(check => new { id = check.Connection }));

    /// <summary><c>GET /api/connections/{id}/check</c>: tries the real account, step by step; changes nothing there.</summary>
    [Function(nameof(CheckConnection))]
    public async Task<IActionResult> CheckConnection(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "connections/{id}/check")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (checks.FirstOrDefault(c => c.Connection == id) is not { } check) return OperatorAnswers.NotFound("connection", id);
        var report = await check.CheckAsync(cancellation);
        return new OkObjectResult(new { report.Connection, report.Ok, report.Steps });
    }

    /// <summary><c>POST /api/connections/{id}/sweep</c>: looks now for events and changes that no webhook brought.</summary>
    [Function(nameof(SweepConnection))]
    public async Task<IActionResult> SweepConnection(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "connections/{id}/sweep")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        int found;
        switch (id)
        {
            case "stripe": found = await stripe.SweepAsync(cancellation); break;
            case "zoho-inventory": found = await zoho.SweepAsync(cancellation); break;
            default: return OperatorAnswers.NotFound("connection with a sweep", id);
        }
        await audit.AddAsync(OperatorAnswers.Operator(request), "sweep connection", id, $"{found} found", cancellation: cancellation);
        return new OkObjectResult(new { connection = id, found });
    }
}
