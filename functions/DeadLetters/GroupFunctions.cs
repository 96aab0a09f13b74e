using System.Globalization;
using Isthmus.Core.Audit;
using Isthmus.Core.Tables;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.DeadLetters;

/// <summary>What people do about many dead letters of one cause.</summary>
public sealed class GroupFunctions(AuditTrail audit)
{
    /// <summary>
    /// <c>POST /api/dead-letters/groups/resubmit?cause=&amp;trial=3</c>: resubmits a few of the group and, when they go through,
    /// the rest.
    /// </summary>
    [Function(nameof(ResubmitDeadLetterGroup))]
    public async Task<IActionResult> ResubmitDeadLetterGroup(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "dead-letters/groups/resubmit")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (OperatorAnswers.Text(request, "cause") is not { } cause)
            return OperatorAnswers.Wrong("cause", null, "Give a cause as GET /api/dead-letters/groups shows it.");
        var wanted = OperatorAnswers.Text(request, "trial") ?? "3";
        if (!int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var trial) || trial is < 1 or > 50)
            return OperatorAnswers.Wrong("trial", wanted, "Give 1 to 50.");
        var id = "resubmit-group-" + TableKey.Personal(cause)[..16];
        if (await client.GetInstanceAsync(id, cancellation) is { IsCompleted: false })
            return OperatorAnswers.Unavailable($"The group is being resubmitted; GET /api/dead-letters/groups/resubmit/{id} tells how far it is.");
        var by = OperatorAnswers.Operator(request);
        await audit.AddAsync(by, "resubmit group", cause, $"accepted with {trial} on trial", cancellation: cancellation);
        await FlowStart.StartUnlessAtWorkAsync(
            client, nameof(ResubmitGroupOrchestration.ResubmitGroup), id, new GroupToResubmit(cause, trial, by), cancellation);
        return new AcceptedResult($"/api/dead-letters/groups/resubmit/{id}", new { id });
    }

    /// <summary><c>GET /api/dead-letters/groups/resubmit/{id}</c>: how far it is, and what came of it.</summary>
    [Function(nameof(ShowGroupResubmission))]
    public async Task<IActionResult> ShowGroupResubmission(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "dead-letters/groups/resubmit/{id}")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!id.StartsWith("resubmit-group-", StringComparison.Ordinal)
            || await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation) is not { } instance)
            return OperatorAnswers.NotFound("resubmission of a group", id);
        var outcome = instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? instance.ReadOutputAs<GroupOutcome>() : null;
        return new OkObjectResult(new { id, completed = instance.IsCompleted, outcome });
    }
}
