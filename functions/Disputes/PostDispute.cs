using Isthmus.Connectors.Sage100;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Refunds;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Disputes;

/// <summary>
/// Posts what a dispute moved and cost to Sage's general ledger, each entry once: its number is taken and remembered before it is
/// written, so that a repeat asks for the same key and finds its own.
/// </summary>
public sealed class PostDispute(
    SageAgentClient sage, SageWriter writer, Mapper mapper, MappingCatalog catalog, IPayloadStore payloads, CrossReferenceStore references,
    BookedRefunds booked, WrittenRecords records, IOptions<DisputeOptions> rules, StepRunner steps)
{
    private const string Target = "sage-100.dispute-entry";

    /// <summary>The activity; answers with a line for people.</summary>
    [Function(nameof(PostDispute))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<DisputeHead> step) =>
        steps.RunAsync(step, "post the dispute", async (head, notes) =>
        {
            var dispute = CanonicalJson.Read<Dispute>(await payloads.GetAsync(head.Dispute));
            var numbers = new List<string>();
            foreach (var entry in await EntriesAsync(dispute)) numbers.Add(await PostAsync(entry, step.RunId, notes));
            return notes.Detail = numbers.Count == 0 ? "Nothing is to be posted." : $"Journal entries {string.Join(", ", numbers)}.";
        });

    private async Task<IReadOnlyList<DisputeEntry>> EntriesAsync(Dispute dispute)
    {
        if (rules.Value.SagePosting is not ("loss" or "journal" or "none")) throw Unknown("SagePosting", "loss, journal or none");
        if (rules.Value.OnLost is not ("writeOff" or "creditNote")) throw Unknown("OnLost", "writeOff or creditNote");
        if (dispute.Status == "won" && await booked.LeftTracesAsync(dispute.Key)) throw CreditedBefore();
        var entries = new List<DisputeEntry>();
        if (rules.Value.SagePosting == "journal") entries.AddRange(dispute.Movements.Select(moved => DisputeEntry.Of(dispute, moved)));
        if (rules.Value.SagePosting == "none" || dispute.Movements.Count == 0) return entries;
        var lost = await references.FindAsync(dispute.Key + ":loss", Target);
        if (dispute.Status == "lost" && dispute.Missing > 0 && rules.Value.OnLost == "writeOff")
            entries.Add(DisputeEntry.Loss(dispute, dispute.Missing, back: false));
        if (dispute.Status == "won" && lost is not null)
            entries.Add(DisputeEntry.Loss(dispute, -dispute.Movements.Where(moved => moved.Amount < 0).Sum(moved => moved.Amount), back: true));
        return entries;
    }

    private async Task<string> PostAsync(DisputeEntry entry, string runId, StepNotes notes)
    {
        var claim = await references.ClaimAsync(entry.Key, Target, runId);
        if (claim.State == ClaimState.Done) return claim.Reference!.Id;
        if (claim.State == ClaimState.Taken) throw BeingPosted(entry);
        var number = claim.Reference?.Number ?? await ReserveAsync(claim);
        var external = $"stripe:{entry.Key}";
        var context = new MappingContext
        {
            Variables = new Dictionary<string, string> { ["externalId"] = external },
            Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["accounts"] = Accounts(entry) },
        };
        var body = mapper.Map("dispute-to-sage-journal", CanonicalJson.Write(entry), notes, context);
        var key = new Dictionary<string, string> { ["SourceJournal"] = "JE", ["JournalNo"] = number };
        await writer.CreateAsync("GL_Journal", key, body, external);
        await records.AddAsync(runId, "post dispute", entry.Key, Target, new Reference(number, number), notes);
        return notes.Key = number;
    }

    /// <summary>The account of each line's word: that of its currency where there is one.</summary>
    private Dictionary<string, string> Accounts(DisputeEntry entry)
    {
        var table = catalog.References.Get("dispute-accounts");
        return entry.Lines
            .Select(line => (line.Account, Number: table.Find($"{line.Account}.{entry.Currency}", "account") ?? table.Find(line.Account, "account")))
            .Where(each => each.Number is not null)
            .DistinctBy(each => each.Account)
            .ToDictionary(each => each.Account, each => each.Number!, StringComparer.Ordinal);
    }

    private async Task<string> ReserveAsync(Claim claim)
    {
        sage.BeginTurn();
        var number = await sage.NextNumberAsync("GL_Journal", CancellationToken.None);
        await references.ReserveAsync(claim, number);
        return number;
    }

    private static FailureException Unknown(string setting, string words) => new(new Failure(
        FailureClass.Validation, "isthmus", "post the dispute", "unknown-setting", $"Isthmus:Disputes:{setting} has a word that is not known.",
        $"Set it to {words}; then resubmit."));

    private static FailureException CreditedBefore() => new(new Failure(
        FailureClass.Conflict, "zoho-inventory", "post the dispute", "credited-before",
        "The dispute was lost and credited, and is won now: the money is back, but the credit note still stands.",
        "Take the refund off the credit note in Zoho and void it; then close this entry."));

    private static FailureException BeingPosted(DisputeEntry entry) => new(new Failure(
        FailureClass.Locked, "sage-100", "post the dispute", "being-posted", $"Another run posts {entry.Key} at this moment.",
        "It is tried again by itself."));
}
