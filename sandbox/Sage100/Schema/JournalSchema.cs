using static Isthmus.Sandbox.Sage100.Schema.Columns;

namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>A general journal entry with its lines by account, entered or posted.</summary>
internal static class JournalSchema
{
    public const string Object = "GL_Journal";

    public static TableSchema Build() => new(Object, "GL_GeneralJournal_bus", "GL_GeneralJournalHeader",
    [
        Key("SourceJournal", 2), Key("JournalNo", 6, KeyFormat.ZeroFill), Date("PostingDate").Needed(),
        Text("JournalComment", 30), Number("DebitAmount").Shown(), Number("CreditAmount").Shown(),
        Date("PostedDate").Shown(), .. Audit(), .. UserFields.Of("UDF_EXTERNAL_ID", "UDF_STRIPE_PAYOUT")
    ])
    {
        Keys = ["SourceJournal", "JournalNo"], KeyLabel = "Journal Entry", Lines = Detail(), Writable = true
    };

    private static TableSchema Detail() => new("GL_JournalDetail", "GL_GeneralJournalDetail_bus", "GL_GeneralJournalDetail",
    [
        Text("SourceJournal", 2).Shown(), Text("JournalNo", 6).Shown(), Text("LineKey", 6).Shown(),
        Text("LineSeqNo", 14).Shown(), Code("AccountKey", 9, AccountSchema.Object), Text("Account", 41),
        Text("AccountDesc", 50).Shown(), Text("PostingComment", 30), Number("DebitAmount"), Number("CreditAmount"),
        .. UserFields.Of(UserFields.Line)
    ])
    {
        Keys = ["SourceJournal", "JournalNo", "LineKey"], KeyLabel = "Line Key"
    };
}
