using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

/// <summary>Refunds of a credit note: never more than is left of it. At nothing left the note closes.</summary>
internal static class CreditRefunds
{
    public static Answer Create(ApiCall call)
    {
        var (company, note) = (call.Company, CreditNoteRoutes.Find(call));
        if (!note.IsOpen) throw Refusal.State($"The credit note is {note.Status} and cannot be refunded.");
        var refund = new CreditRefund
        {
            Id = company.Series.NextId(),
            CreditNoteId = note.Id,
            CustomerId = note.CustomerId,
            ExchangeRate = note.ExchangeRate,
            Created = call.Now,
        };
        Write(call, note, refund);
        company.CreditRefunds.Add(refund);
        company.Report("creditnote_refund.created", refund);
        return new Answer("The refund has been recorded.", "creditnote_refund", Show(company, refund));
    }

    public static Answer Update(ApiCall call)
    {
        var (note, refund) = Find(call);
        Write(call, note, refund);
        call.Company.Report("creditnote_refund.edited", refund);
        return new Answer("The refund information has been saved.", "creditnote_refund", Show(call.Company, refund));
    }

    public static Answer Delete(ApiCall call)
    {
        var (note, refund) = Find(call);
        Change(call.Company, note, refund, 0);
        call.Company.CreditRefunds.Remove(refund);
        call.Company.Report("creditnote_refund.deleted", refund);
        return Answer.Done("The refund has been deleted.");
    }

    public static Answer Get(ApiCall call) => Answer.Read("creditnote_refund", Show(call.Company, Find(call).Refund));

    public static JsonObject Show(Company company, CreditRefund refund)
    {
        var note = company.CreditNotes.Find(refund.CreditNoteId)!;
        return new JsonObject
        {
            ["creditnote_refund_id"] = refund.Id,
            ["creditnote_id"] = note.Id,
            ["creditnote_number"] = note.Number,
            ["date"] = CompanyClock.Show(refund.Date),
            ["refund_mode"] = refund.Mode,
            ["reference_number"] = refund.ReferenceNumber,
            ["amount"] = refund.Amount,
            ["amount_fcy"] = refund.Amount,
            ["amount_bcy"] = Amounts.Round(refund.Amount * refund.ExchangeRate, company.BaseCurrency.Precision),
            ["exchange_rate"] = refund.ExchangeRate,
            ["account_id"] = refund.AccountId,
            ["account_name"] = company.Account(refund.AccountId).Name,
            ["customer_id"] = note.CustomerId,
            ["customer_name"] = note.CustomerName,
            ["description"] = refund.Description,
            ["created_time"] = CompanyClock.Stamp(refund.Created),
            ["last_modified_time"] = CompanyClock.Stamp(refund.Modified),
        };
    }

    private static (CreditNote Note, CreditRefund Refund) Find(ApiCall call)
    {
        var note = CreditNoteRoutes.Find(call);
        return call.Company.CreditRefunds.Find(call.SubId) is { } refund && refund.CreditNoteId == note.Id
            ? (note, refund) : throw Refusal.Missing("Refund");
    }

    private static void Write(ApiCall call, CreditNote note, CreditRefund refund)
    {
        var (company, body) = (call.Company, call.Body);
        var amount = Amounts.Round(body.Number("amount") ?? refund.Amount, company.Currency(note.CurrencyId).Precision);
        if (amount <= 0) throw Refusal.Value("amount");
        if (amount - refund.Amount > note.Balance)
            throw Refusal.State("The amount refunded is more than the balance of the credit note.");
        var rate = body.Number("exchange_rate") ?? refund.ExchangeRate;
        if (rate <= 0) throw Refusal.Value("exchange_rate");
        var account = body.Text("from_account_id") ?? (refund.AccountId.Length > 0 ? refund.AccountId : null);
        (refund.AccountId, refund.ExchangeRate) = (company.Account(account).Id, rate);
        refund.Date = body.Date("date") ?? (refund.Date == default ? CompanyClock.Date(call.Now) : refund.Date);
        refund.Mode = body.Text("refund_mode") ?? refund.Mode;
        refund.ReferenceNumber = body.Text("reference_number") ?? refund.ReferenceNumber;
        refund.Description = body.Text("description") ?? refund.Description;
        refund.Modified = call.Now;
        Change(company, note, refund, amount);
    }

    private static void Change(Company company, CreditNote note, CreditRefund refund, decimal amount)
    {
        company.Contacts.Find(note.CustomerId)!.UnusedCredits -= amount - refund.Amount;
        note.Refunded += amount - refund.Amount;
        refund.Amount = amount;
        note.Modified = company.Now;
        note.Settle();
    }
}
