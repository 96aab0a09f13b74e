using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Plays a history and tells what is wrong at its end, when everything is at rest; and after everything was repaired.</summary>
internal static class Verdict
{
    private const int Rounds = 8;

    /// <summary>What is wrong.</summary>
    public static async Task<Findings> OfAsync(History history)
    {
        await using var company = await Company.OpenAsync(history);
        var performance = new Performance(company.World);
        var findings = new Findings();
        try
        {
            foreach (var deed in history.Deeds) await performance.DoAsync(deed);
            await FindAsync(company, performance, everythingCured: false, findings);
            await CureAsync(company.World, performance);
            await FindAsync(company, performance, everythingCured: true, findings);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            findings.Expect(false, $"{failure.GetType().Name}: {failure.Message}");
        }
        return findings;
    }

    private static async Task FindAsync(Company company, Performance performance, bool everythingCured, Findings findings)
    {
        await company.World.Sandbox.DeleteAsync("/_sandbox/faults");
        await SettleAsync(company.World);
        var ledger = await company.World.LedgerAsync();
        findings.See(ledger);
        await MoneyProof.FindAsync(company.World, ledger, performance.Payments, everythingCured, findings);
        RefundProof.Find(ledger, everythingCured, findings);
        await PayoutProof.FindAsync(company.World, ledger, everythingCured, findings);
        JournalProof.Find(ledger, everythingCured, findings);
        await StockProof.FindAsync(company.World, ledger, performance.Received, findings);
        await LedgerProof.FindAsync(company.World, company.Log, everythingCured, findings);
    }

    /// <summary>Sweeps until nothing new is found.</summary>
    private static async Task SettleAsync(World world)
    {
        do await Rest.UntilAsync(world);
        while (await Repairs.SweepAsync(world) > 0);
        await Rest.UntilAsync(world);
    }

    /// <summary>
    /// Everything that was missing is there, banks have decided, all money is paid out, every hold is approved, everything dead is
    /// resubmitted, until nothing is left.
    /// </summary>
    private static async Task CureAsync(World world, Performance performance)
    {
        await world.StockAsync([.. Catalogue.Late]);
        await performance.EndAsync();
        await SettleAsync(world);
        for (var round = 0; round < Rounds; round++)
        {
            var decided = await Repairs.DecideAsync(world, approve: true) + await Repairs.CloseAsync(world);
            var resubmitted = await Repairs.ResubmitAsync(world, fromStep: round % 2 == 1);
            if (decided + resubmitted == 0) return;
            await SettleAsync(world);
        }
    }
}
