namespace Isthmus.Functions.Refunds.FromZoho;

/// <summary>Starts the look at a credit note, or at a sales return, that changed in Zoho.</summary>
/// <param name="Module">creditnote or salesreturn.</param>
/// <param name="Id">Its id: the business key.</param>
public sealed record CreditNoteInput(string Module, string Id)
{
    /// <summary>The business key: the id of a credit note, <c>return-ID</c> of a sales return.</summary>
    public string Key => Module == "salesreturn" ? "return-" + Id : Id;

    /// <summary>The input that has this key.</summary>
    public static CreditNoteInput OfKey(string key) =>
        key.StartsWith("return-", StringComparison.Ordinal) ? new("salesreturn", key["return-".Length..]) : new("creditnote", key);
}

/// <summary>What came of the look.</summary>
/// <param name="Started">How many payments back have runs of their own because of it.</param>
/// <param name="Outcome">A line for people.</param>
/// <param name="Number">The number of the credit note.</param>
public sealed record DueRefunds(int Started, string Outcome, string? Number);
