using Isthmus.Connectors.Intacct;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Functions.Operators;
using Isthmus.Functions.ZohoCrm;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>What an engineer asks before the first load.</summary>
public sealed class IntacctFunctions(IEnumerable<IntacctClient> connected, ZohoCrmOptions crmOptions, CrmFieldsGate fields)
{
    /// <summary>
    /// <c>GET /api/connections/sage-intacct/pick-lists</c>: customer types, territories and vendor types that the CRM's pick lists lack.
    /// </summary>
    [Function(nameof(ComparePickLists))]
    public async Task<IActionResult> ComparePickLists(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "connections/sage-intacct/pick-lists")] HttpRequest request,
        CancellationToken cancellation)
    {
        if (connected.FirstOrDefault() is not { } intacct) return OperatorAnswers.NotFound("connection", IntacctOptions.Id);
        if (!crmOptions.IsSetUp) return OperatorAnswers.NotFound("connection", ZohoCrmOptions.Id);
        try { return new OkObjectResult(await IntacctPickLists.CompareAsync(intacct, fields, cancellation)); }
        catch (FailureException failed) { return OperatorAnswers.Unavailable($"{failed.Failure.Message} {failed.Failure.Cure}"); }
    }
}
