using System.Globalization;
using Isthmus.Core.Audit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Operators;

/// <summary>Who did what to which record.</summary>
public sealed class AuditFunctions(AuditTrail audit, TimeProvider time)
{
    /// <summary><c>GET /api/audit?month=yyyyMM&amp;limit=&amp;continuation=</c>: a month's entries, newest first.</summary>
    [Function(nameof(ListAudit))]
    public async Task<IActionResult> ListAudit(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "audit")] HttpRequest request, CancellationToken cancellation)
    {
        if (Month(request) is not { } month) return WrongMonth(request);
        return await OperatorAnswers.PageAsync(request, (limit, from) => audit.ListAsync(month, limit, from, cancellation));
    }

    /// <summary>
    /// <c>GET /api/audit/verify?month=yyyyMM</c>: reads a month's chain from end to end; names every entry that was changed,
    /// removed or moved.
    /// </summary>
    [Function(nameof(VerifyAudit))]
    public async Task<IActionResult> VerifyAudit(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "audit/verify")] HttpRequest request, CancellationToken cancellation) =>
        Month(request) is { } month ? new OkObjectResult(await audit.VerifyAsync(month, cancellation)) : WrongMonth(request);

    private string? Month(HttpRequest request)
    {
        var month = OperatorAnswers.Text(request, "month") ?? time.GetUtcNow().ToString("yyyyMM", CultureInfo.InvariantCulture);
        return DateTime.TryParseExact(month, "yyyyMM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? month : null;
    }

    private static IActionResult WrongMonth(HttpRequest request) =>
        OperatorAnswers.Wrong("month", request.Query["month"], "Give year and month, such as 202611.");
}
