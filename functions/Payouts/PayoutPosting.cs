using Isthmus.Connectors.Sage100;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// Posts a summary entry to Sage, once: its number is taken and remembered before the entry is written, so that a repeat asks for
/// the same key and finds its own.
/// </summary>
public sealed class PayoutPosting(
    SageAgentClient sage, SageWriter writer, Mapper mapper, MappingCatalog catalog, CrossReferenceStore references, WrittenRecords records,
    PayoutOptions rules)
{
    /// <summary>The entry of a payout in the cross-references.</summary>
    public const string Target = "sage-100.payout";

    /// <summary>The entry that takes it back.</summary>
    public const string Reversal = "sage-100.payout-reversal";

    /// <summary>Posts the entry as the company wants it.</summary>
    /// <returns>The entry's number; null where nothing is posted.</returns>
    public async Task<string?> PostAsync(SummaryEntry entry, string runId, StepNotes notes)
    {
        if (rules.SagePosting == "none") return null;
        var target = entry.Reverses ? Reversal : Target;
        var claim = await references.ClaimAsync(entry.Payout, target, runId);
        if (claim.State == ClaimState.Done) return notes.Key = claim.Reference!.Id;
        if (claim.State == ClaimState.Taken) throw BeingPosted(entry);
        var (sageObject, document, key) = Form();
        var number = claim.Reference?.Number ?? await ReserveAsync(claim, sageObject);
        var external = $"stripe:{entry.Payout}{(entry.Reverses ? ":reversed" : "")}";
        var body = mapper.Map(document, CanonicalJson.Write(entry), notes, Context(entry, external));
        await writer.CreateAsync(sageObject, key(number), body, external);
        await records.AddAsync(
            runId, entry.Reverses ? "reverse payout" : "post payout", entry.Payout, target, new Reference(number, number), notes);
        notes.Detail = $"{sageObject} {number}.";
        return notes.Key = number;
    }

    /// <summary>The account of each line's word: that of its currency where there is one.</summary>
    public IReadOnlyDictionary<string, string> Accounts(SummaryEntry entry)
    {
        var table = catalog.References.Get("payout-accounts");
        return entry.Lines
            .Select(line => (Word: line.Account, Account:
                table.Find($"{line.Account}.{entry.Currency}", "account") ?? table.Find(line.Account, "account")))
            .Where(each => each.Account is not null)
            .DistinctBy(each => each.Word)
            .ToDictionary(each => each.Word, each => each.Account!, StringComparer.Ordinal);
    }

    private (string Object, string Document, Func<string, Dictionary<string, string>> Key) Form() => rules.SagePosting switch
    {
        "journal" => ("GL_Journal", "payout-to-sage-journal", number => new() { ["SourceJournal"] = "JE", ["JournalNo"] = number }),
        _ => ("AR_CashReceipts", "payout-to-sage-receipt", number => new() { ["DepositNo"] = number }),
    };

    private MappingContext Context(SummaryEntry entry, string external)
    {
        var variables = new Dictionary<string, string> { ["externalId"] = external };
        if (rules.SagePosting == "cashReceipt") variables["bankCode"] = rules.BankCode;
        return new MappingContext
        {
            Variables = variables,
            Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["accounts"] = Accounts(entry) },
        };
    }

    private async Task<string> ReserveAsync(Claim claim, string sageObject)
    {
        sage.BeginTurn();
        var number = await sage.NextNumberAsync(sageObject, CancellationToken.None);
        await references.ReserveAsync(claim, number);
        return number;
    }

    private static FailureException BeingPosted(SummaryEntry entry) => new(new Failure(
        FailureClass.Locked, "sage-100", "post the payout", "being-posted", $"Another run posts the payout {entry.Payout} at this moment.",
        "It is tried again by itself."));
}
