using System.Diagnostics;
using Azure.Data.Tables;
using Isthmus.Core.Audit;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Inbox;
using Isthmus.Core.Payloads;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Runs;
using Isthmus.Core.Tables;
using Isthmus.Embedded.Durable;
using Isthmus.Embedded.Storage;
using Isthmus.Functions.Retention;
using Isthmus.Functions.ZohoCrm;
using Microsoft.Extensions.Logging.Abstractions;

namespace Isthmus.Bench.Retention;

/// <summary>The app's stores on a folder of their own, and the app's own purge.</summary>
internal sealed class YearStore(string home, YearClock clock, RetentionOptions keep) : IAsyncDisposable
{
    private static readonly TimeSpan SpanOfKind = TimeSpan.FromSeconds(30);
    private DurableEngine engine = null!;
    private RetentionRound round = null!;

    public EmbeddedStore Store { get; } = EmbeddedStore.Open(home, clock);

    public IsthmusTables Tables { get; } = new(new TableServiceClient($"IsthmusHome={home}"));

    public RunStore Runs => field ??= new(Tables, clock);

    public EventInbox Inbox => field ??= new(Tables);

    public DeadLetterStore Letters => field ??= new(Tables, clock);

    public AuditTrail Audit => field ??= new(Tables, clock);

    public CrossReferenceStore References => field ??= new(Tables, clock);

    public async Task StartAsync()
    {
        await Tables.CreateAsync();
        engine = new DurableEngine(Store, new DurableBenchApp(), new(), NullLoggerFactory.Instance);
        await engine.StartAsync(CancellationToken.None);
        var payloads = new TieredPayloadStore(Tables, new FilePayloadStore(Path.Combine(home, "payloads"), clock), clock);
        var needed = new NeededPayloads(Runs, Letters, References, Inbox, clock);
        round = new RetentionRound(
            keep, Runs, Inbox, Letters, Audit, payloads, needed, new ReconciliationStore(Tables, clock), new CrmGoneRecords(Tables), clock,
            NullLogger<RetentionRound>.Instance);
    }

    /// <summary>Purges until nothing is past its retention; gives how many records and how long it took.</summary>
    public async Task<(int Removed, TimeSpan Took)> PurgeAsync()
    {
        var (watch, removed) = (Stopwatch.StartNew(), 0);
        IReadOnlyList<PurgedKind> purged;
        do
        {
            purged = await round.RunAsync(engine.Client, SpanOfKind, CancellationToken.None);
            removed += purged.Sum(kind => kind.Removed);
        }
        while (purged.Any(kind => !kind.Finished));
        return (removed, watch.Elapsed);
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await Store.DisposeAsync();
    }
}
