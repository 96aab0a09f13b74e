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

/// <summary>A refusal because the group is at work already, with the id to ask about it.</summary>
public sealed record GroupAtWork(string Id, string Code, string Message);

/// <summary>What people do about many dead letters of one cause.</summary>
public sealed class GroupFunctions(AuditTrail audit)
{
    private const string Prefix = "resubmit-group-";

    /// <summary>
    /// <c>POST /api/dead-letters/groups/resubmit?cause=&amp;trial=3&amp;ask=true</c>: resubmits a few of the group and, when they go
    /// through, the rest; with <c>ask</c> only when a person says so after the trial.
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
        var id = Id(cause);
        if (await client.GetInstanceAsync(id, cancellation) is { IsCompleted: false })
        {
            return new ConflictObjectResult(new GroupAtWork(
                id, "unavailable", $"The group is being resubmitted; GET /api/dead-letters/groups/resubmit/{id} tells how far it is."));
        }
        var by = OperatorAnswers.Operator(request);
        await audit.AddAsync(by, "resubmit group", cause, $"accepted with {trial} on trial", cancellation: cancellation);
        var ask = OperatorAnswers.Text(request, "ask") == "true";
        await FlowStart.StartUnlessAtWorkAsync(
            client, nameof(ResubmitGroupOrchestration.ResubmitGroup), id, new GroupToResubmit(cause, trial, by, ask), cancellation);
        return new AcceptedResult($"/api/dead-letters/groups/resubmit/{id}", new { id });
    }

    /// <summary><c>GET /api/dead-letters/groups/resubmit?cause=</c>: how the last resubmission of a cause went.</summary>
    [Function(nameof(FindGroupResubmission))]
    public Task<IActionResult> FindGroupResubmission(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "dead-letters/groups/resubmit")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        ShowGroupResubmission(request, Id(OperatorAnswers.Text(request, "cause") ?? ""), client, cancellation);

    /// <summary><c>GET /api/dead-letters/groups/resubmit/{id}</c>: how far it is, and what came of it.</summary>
    [Function(nameof(ShowGroupResubmission))]
    public async Task<IActionResult> ShowGroupResubmission(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "dead-letters/groups/resubmit/{id}")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await FindAsync(id, client, cancellation) is not { } instance) return OperatorAnswers.NotFound("resubmission of a group", id);
        var outcome = instance.RuntimeStatus == OrchestrationRuntimeStatus.Completed ? instance.ReadOutputAs<GroupOutcome>() : null;
        return new OkObjectResult(new { id, completed = instance.IsCompleted, trial = Passed(instance), outcome });
    }

    /// <summary>
    /// <c>POST /api/dead-letters/groups/resubmit/{id}/go-on</c>: resubmits the rest after a trial that went through; <c>/stop</c>
    /// leaves it alone.
    /// </summary>
    [Function(nameof(DecideGroupResubmission))]
    public async Task<IActionResult> DecideGroupResubmission(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "dead-letters/groups/resubmit/{id}/{decision:regex(^(go-on|stop)$)}")]
        HttpRequest request, string id, string decision, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await FindAsync(id, client, cancellation) is not { } instance) return OperatorAnswers.NotFound("resubmission of a group", id);
        if (Passed(instance) is null) return OperatorAnswers.Unavailable("No trial of this group waits for an answer.");
        var action = decision == "stop" ? "leave rest of group" : "resubmit rest of group";
        await audit.AddAsync(OperatorAnswers.Operator(request), action, id, "accepted", cancellation: cancellation);
        await client.RaiseEventAsync(id, ResubmitGroupOrchestration.RestEvent, decision == "go-on", cancellation);
        return new AcceptedResult($"/api/dead-letters/groups/resubmit/{id}", new { id, decision });
    }

    private static string Id(string cause) => Prefix + TableKey.Personal(cause)[..16];

    private static async Task<OrchestrationMetadata?> FindAsync(string id, DurableTaskClient client, CancellationToken cancellation) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) ? await client.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation) : null;

    /// <summary>The trial that waits for an answer, or null.</summary>
    private static TrialPassed? Passed(OrchestrationMetadata instance) =>
        instance is { IsCompleted: false, SerializedCustomStatus: not (null or "null" or "") } ? instance.ReadCustomStatusAs<TrialPassed>() : null;
}
