using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Boi;

/// <summary>One line of a document: new, or an existing one being changed.</summary>
internal abstract class DocumentLine : ColumnSetter
{
    private readonly Row? before;

    protected DocumentLine(Company company, Row document, Row? before) : base(company)
    {
        (Document, this.before) = (document, before);
        Current = before?.Copy() ?? new Row(Schema);
    }

    public override TableSchema Schema => Document.Schema.Lines!;

    protected Row Document { get; }

    protected bool IsNew => before is null;

    /// <summary>1 taken into the document, 0 refused.</summary>
    public int Write()
    {
        if (Check() is { } wrong)
        {
            Error = wrong;
            return 0;
        }
        if (before is null) Append();
        else Document.Lines[Document.Lines.IndexOf(before)] = Current;
        return 1;
    }

    /// <summary>What is wrong with the line as a whole; completes what follows from its values.</summary>
    protected abstract BoiError? Check();

    protected BoiError Wrong(string column, object? value, string message) => new(Schema.Bus, column, value, message);

    private void Append()
    {
        var number = Document.Lines.Count == 0 ? 1 : int.Parse(Document.Lines[^1].Text("LineKey")) + 1;
        foreach (var key in Document.Schema.Keys) Current.Set(key, Document.Text(key));
        Current.Set("LineKey", number.ToString("D6")).Set("LineSeqNo", number.ToString("D14"));
        Document.Lines.Add(Current);
    }
}
