using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Connections;
using Isthmus.Core.Failures;
using Isthmus.Core.Polling;
using Isthmus.Functions.Polling;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Looks for changes of followed modules that no channel told of: channels end in silence, and a notification comes at most once.
/// </summary>
public sealed class CrmChangePoll : RoundedPoll
{
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>What was there before somebody began to follow is no news.</summary>
    private static readonly TimeSpan FirstLook = TimeSpan.FromHours(1);

    private readonly ZohoCrmClient crm;
    private readonly CrmFollowed followed;
    private readonly CrmModuleGate gate;
    private readonly CrmNews news;
    private readonly Poller poller;

    internal CrmChangePoll(
        ZohoCrmClient crm, CrmFollowed followed, CrmModuleGate gate, CrmNews news, Poller poller, Circuits circuits)
        : base(circuits, ZohoCrmOptions.Id) =>
        (this.crm, this.followed, this.gate, this.news, this.poller) = (crm, followed, gate, news, poller);

    internal static CrmChangePoll Create(IServiceProvider app) => new(
        app.GetRequiredService<ZohoCrmClient>(), app.GetRequiredService<CrmFollowed>(), app.GetRequiredService<CrmModuleGate>(),
        app.GetRequiredService<CrmNews>(), app.GetRequiredService<Poller>(), app.GetRequiredService<Circuits>());

    /// <inheritdoc/>
    public override string Subject => "zoho-crm/changes";

    /// <inheritdoc/>
    protected override async Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        var counts = PollCounts.None;
        FailureException? first = null;
        foreach (var module in followed.Modules)
        {
            if (!await gate.IsOpenAsync(module, cancellation)) continue;
            try { counts += await PollAsync(module, full, cancellation); }
            catch (FailureException failed) when (IsOfTheModule(failed.Failure))
            {
                if (CrmModule.IsRefused(failed.Failure)) gate.Forget();
                if (await gate.IsOpenAsync(module, cancellation)) first ??= failed;
            }
        }
        return first is null ? new PollRound(counts, []) : throw new FailureException(first.Failure, first);
    }

    /// <summary>What keeps one module from being read does not keep the others.</summary>
    private static bool IsOfTheModule(Failure failure) =>
        failure.Class is not (FailureClass.Transient or FailureClass.Throttled or FailureClass.Auth);

    private async Task<PollCounts> PollAsync(string module, bool full, CancellationToken cancellation)
    {
        var shown = await news.ShownAsync(module, cancellation);
        var counts = await poller.PollAsync(Changed(module, shown), full, cancellation);
        return full ? counts : counts + await poller.PollAsync(Deleted(module), full: false, cancellation);
    }

    private Feed Changed(string module, IReadOnlyList<string> shown) => new(ZohoCrmOptions.Id, "changed:" + module, Overlap)
    {
        FirstLook = FirstLook,
        Read = (since, cancellation) => crm.ListAsync(module, shown, since, cancellation),
        TakeAsync = (page, cancellation) => news.TakeAsync(module, page, "sweep", cancellation),
    };

    private Feed Deleted(string module) => new(ZohoCrmOptions.Id, "deleted:" + module, Overlap)
    {
        FirstLook = FirstLook,
        Read = (since, cancellation) => crm.ListDeletedAsync(module, since, cancellation),
        TakeAsync = (page, cancellation) => news.TakeDeletedAsync(module, page, cancellation),
    };
}
