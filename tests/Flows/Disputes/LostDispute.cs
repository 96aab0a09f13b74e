using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Refunds;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Disputes;

/// <summary>A disputed payment is lost: its order is held and noted, its movement and its loss are posted once.</summary>
internal sealed class LostDispute : Scenario
{
    private OpenDispute? dispute;

    public override (string, string)[] Settings => [("Isthmus:Disputes:SagePosting", "journal")];

    public override async Task PrepareAsync(World world)
    {
        var paid = await world.SoldAsync();
        dispute = await world.DisputeAsync(paid, inquiry: true);
        await world.RunAsync(dispute.Run, "waiting");
    }

    public override Task BeginAsync(World world) => world.DecideAsync(dispute!, "lost");

    public override Task EndedAsync(World world, CancellationToken cancellation) => OverAsync(world, dispute!.Run, cancellation);

    public override async Task ProveAsync(World world)
    {
        await world.RunAsync(dispute!.Run, "done");
        var ledger = await world.LedgerAsync();
        Assert.Equal("H", ledger.SageStatus());
        Assert.Contains("lost", ledger.Note(ledger.Invoices));
        Assert.Equal(
            ["1010-00", "1150-00", "1150-00", "6110-00", "6110-00"],
            ledger.Journals().SelectMany(lines => lines).Select(line => line.Account).Order());
    }
}
