using System.Text;

namespace Isthmus.Fuzz;

/// <summary>One input.</summary>
/// <param name="Bytes">What is read.</param>
/// <param name="Head">What stands beside it: a header, a method and path, an operation.</param>
/// <param name="Valid">Nothing is wrong with it, so it must be taken.</param>
internal sealed record Input(byte[] Bytes, string Head = "", bool Valid = false)
{
    public Input(string text, string head = "", bool Valid = false) : this(Encoding.UTF8.GetBytes(text), head, Valid) { }

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Short enough to be read.</summary>
    public override string ToString()
    {
        var text = $"{Head}{(Head.Length > 0 ? " | " : "")}{Text}";
        return string.Concat(text.Length <= 400 ? text : $"{text[..400]}... ({text.Length} characters)").Replace("\0", "\\0").Replace("\n", "\\n");
    }
}
