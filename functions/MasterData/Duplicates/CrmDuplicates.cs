using System.Collections.Concurrent;
using System.Text.Json;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Core.Matching;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.MasterData.Duplicates;

/// <summary>
/// Compares new records with those of the CRM that have no key of ours. They are read once, some thousand a call, and what changed is
/// added for each run and every minute of a long one, so that no record costs a call.
/// </summary>
internal sealed class CrmDuplicates(ZohoCrmClient crm, ZohoCrmOptions crmOptions, MasterDataOptions rules, TimeProvider time) : IDuplicateFinder
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>The CRM's clock is not ours.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, KnownCandidates> modules = new(StringComparer.Ordinal);
    private readonly MatchThresholds thresholds = new(rules.ReviewFrom, rules.LinkFrom);
    private readonly SemaphoreSlim turn = new(1);

    public bool Covers(string module) => rules.FindDuplicates && MatchFields.Of(module) is not null;

    public async Task<DuplicateVerdict> JudgeAsync(string module, JsonElement record, string runId, CancellationToken cancellation)
    {
        if (!Covers(module)) return new DuplicateVerdict.None();
        await turn.WaitAsync(cancellation);
        try
        {
            var known = modules.GetOrAdd(module, name => new KnownCandidates(MatchFields.Of(name)!));
            if (!known.IsKnown(runId, time.GetUtcNow() - Fresh)) await ReadAsync(module, known, runId, cancellation);
            return Verdict(known.Like(record, thresholds.Review));
        }
        finally { turn.Release(); }
    }

    public async Task ForgetAsync(string module, string id)
    {
        await turn.WaitAsync();
        try { modules.GetValueOrDefault(module)?.Remove(id); }
        finally { turn.Release(); }
    }

    /// <summary>Two that are surely the same are for a person: which of them is it?</summary>
    private DuplicateVerdict Verdict(IReadOnlyList<Likeness> alike) =>
        alike.Count == 0 ? new DuplicateVerdict.None()
        : alike.Count(likeness => thresholds.Judge(likeness.Bits) == MatchVerdict.Same) == 1 ? new DuplicateVerdict.Link(alike[0])
        : new DuplicateVerdict.Review(alike);

    private async Task ReadAsync(string module, KnownCandidates known, string runId, CancellationToken cancellation)
    {
        var began = time.GetUtcNow();
        var ours = $"{crmOptions.KeyField} is null";
        var where = known.Until is { } until ? $"({ours}) and (Modified_Time >= {Coql.Time(until - Overlap)})" : ours;
        var query = new CrmQuery(module, ["id", .. MatchFields.Of(module)!.Names], where, null);
        try
        {
            await foreach (var record in crm.QueryAsync(query, cancellation))
                known.Put(record.NeedText("id", ZohoCrmOptions.Id), record);
        }
        catch (FailureException many) when (many.Failure.Code == CrmQuery.TooManyRows)
        {
            throw new FailureException(TooMany(many.Failure, module));
        }
        known.Read(runId, began, began - Fresh);
    }

    private static Failure TooMany(Failure failure, string module) => failure with
    {
        Message = $"{module} has more records without a key of ours than can be searched for duplicates.",
        Cure = "Set Isthmus:MasterData:FindDuplicates to false; what is there twice then is merged by people in the CRM.",
    };
}
