using Isthmus.Core.Audit;
using Isthmus.Core.Failures;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Loads;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.MasterData;

/// <summary>Master data on its way to the CRM, as people see and steer it. Every action may be repeated; each is audited.</summary>
public sealed class MasterDataFunctions(
    MasterFlows flows, IMasterRounds rounds, IMasterRecords records, MasterOverview overview, LoadStarts loads, AuditTrail audit,
    MasterDataOptions rules)
{
    /// <summary>
    /// Every five minutes: the flows whose time it is by their cadence, and from three o'clock on each flow once at everything that may still
    /// change, for what no stamp told of, what the sources have no more, and what drifted in the CRM.
    /// </summary>
    [Function(nameof(LookInTime))]
    public Task LookInTime(
        [TimerTrigger("15 */5 * * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        rules.LookInTime ? rounds.InTimeAsync(client, cancellation) : Task.CompletedTask;

    /// <summary><c>GET /api/master-data</c>: every flow, whether it runs or why not, its last look, and what waits.</summary>
    [Function(nameof(ListMasterData))]
    public async Task<IActionResult> ListMasterData(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "master-data")] HttpRequest request, CancellationToken cancellation) =>
        new OkObjectResult(await overview.ReadAsync(cancellation));

    /// <summary>
    /// <c>POST /api/master-data/{flow}/look?full=&amp;dry=</c>: looks now, at what changed or at everything; with <c>dry</c> it says what
    /// would change, with each field of the first 20 records, and changes nothing.
    /// </summary>
    [Function(nameof(LookAtMasterData))]
    public async Task<IActionResult> LookAtMasterData(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "master-data/{flow}/look")] HttpRequest request, string flow,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (flows.Find(flow) is null) return OperatorAnswers.NotFound("flow of master data", flow);
        var full = OperatorAnswers.Text(request, "full") is "true";
        var actor = OperatorAnswers.Operator(request);
        if (OperatorAnswers.Text(request, "dry") is "true")
        {
            var (dry, obstacle) = await rounds.DryLookAsync(flow, full, cancellation);
            if (dry is null) return OperatorAnswers.Unavailable(obstacle!);
            await audit.AddAsync(actor, "look, dry", flow, dry.Counts.ToString(), cancellation: cancellation);
            return new OkObjectResult(dry);
        }
        var (report, why) = await rounds.LookAsync(flow, full, client, cancellation);
        if (report is null) return OperatorAnswers.Unavailable(why!);
        await audit.AddAsync(actor, full ? "look at everything" : "look", flow, report.ToString(), cancellation: cancellation);
        return new OkObjectResult(report);
    }

    /// <summary><c>POST /api/master-data/{flow}/load?dry=</c>: loads everything; see <c>/api/loads</c>.</summary>
    [Function(nameof(LoadMasterData))]
    public Task<IActionResult> LoadMasterData(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "master-data/{flow}/load")] HttpRequest request, string flow,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        flows.Find(flow) is null ? Task.FromResult(OperatorAnswers.NotFound("flow of master data", flow))
            : loads.StartAsync(flow, OperatorAnswers.Text(request, "dry") is "true", OperatorAnswers.Operator(request), client, cancellation);

    /// <summary>
    /// <c>GET /api/master-data/{flow}/records/{key}</c>: what is kept of a record and what carrying it would change, field by field;
    /// personal values are masked.
    /// </summary>
    [Function(nameof(ShowMasterRecord))]
    public async Task<IActionResult> ShowMasterRecord(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "master-data/{flow}/records/{key}")] HttpRequest request, string flow,
        string key, CancellationToken cancellation) =>
        flows.Find(flow) is { } known ? await ShownAsync(known, key, cancellation) : OperatorAnswers.NotFound("flow of master data", flow);

    /// <summary>
    /// <c>POST /api/master-data/{flow}/records/{key}?dry=</c>: carries one record now, 202 with its run; with <c>dry</c> as GET.
    /// </summary>
    [Function(nameof(CarryMasterRecordNow))]
    public async Task<IActionResult> CarryMasterRecordNow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "master-data/{flow}/records/{key}")] HttpRequest request, string flow,
        string key, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (flows.Find(flow) is not { } known) return OperatorAnswers.NotFound("flow of master data", flow);
        if (OperatorAnswers.Text(request, "dry") is "true") return await ShownAsync(known, key, cancellation);
        var input = new MasterRecordInput(flow, key);
        await audit.AddAsync(OperatorAnswers.Operator(request), "carry record", input.RunId, "accepted", cancellation: cancellation);
        await FlowStart.StartUnlessAtWorkAsync(
            client, nameof(MasterRecordOrchestration.MasterRecord), input.RunId, input, cancellation);
        return new AcceptedResult($"/api/runs/{input.RunId}", new { id = input.RunId });
    }

    private async Task<IActionResult> ShownAsync(IMasterFlow flow, string key, CancellationToken cancellation)
    {
        try
        {
            var shown = await records.ShowAsync(flow, key, cancellation);
            return shown is { InSource: false, Standing: null }
                ? OperatorAnswers.NotFound($"record of {flow.Name}", key) : new OkObjectResult(shown);
        }
        catch (FailureException failed) { return OperatorAnswers.Unavailable($"{failed.Failure.Message} {failed.Failure.Cure}"); }
    }
}
