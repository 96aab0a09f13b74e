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
        var month = request.Query["month"].ToString() is { Length: > 0 } asked ? asked : time.GetUtcNow().ToString("yyyyMM");
        if (month.Length != 6 || !month.All(char.IsAsciiDigit))
            return OperatorAnswers.Wrong("month", month, "Give year and month, such as 202611.");
        var (entries, continuation) = await audit.ListAsync(
            month, OperatorAnswers.Limit(request), OperatorAnswers.Continuation(request), cancellation);
        return new OkObjectResult(new ListPage<AuditEntry>(entries, continuation));
    }
}
