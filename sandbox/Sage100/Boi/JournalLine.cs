using Isthmus.Sandbox.Sage100.Data;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>A debit or a credit to one account.</summary>
internal sealed class JournalLine(Company company, Row document, Row? before) : AccountLine(company, document, before)
{
    protected override BoiError? Check()
    {
        var (debit, credit) = (Current.Number("DebitAmount"), Current.Number("CreditAmount"));
        if (!HasAccount) return Wrong("Account", "", "The Account is required");
        if (debit < 0) return Wrong("DebitAmount", debit, "Debit Amount may not be negative");
        if (credit < 0) return Wrong("CreditAmount", credit, "Credit Amount may not be negative");
        if (debit != 0 && credit != 0) return Wrong("CreditAmount", credit, "A line is a debit or a credit, not both");
        return debit + credit == 0 && IsNew ? Wrong("DebitAmount", 0m, "The Debit Amount or Credit Amount is required") : null;
    }
}
