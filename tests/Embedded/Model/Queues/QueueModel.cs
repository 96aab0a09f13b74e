namespace Isthmus.Embedded.Tests.Model.Queues;

/// <summary>What a queue and its poison queue should hold: lists, and a clock in seconds. Says what each deed should come to.</summary>
internal sealed class QueueModel
{
    public const int Week = 7 * 24 * 3600;

    private readonly List<ModelMessage> messages = [];
    private readonly List<(ModelMessage Message, int Receipt)> held = [];
    private int sent;

    public long Now { get; private set; }

    /// <summary>How many receipts were given out so far.</summary>
    public int Held => held.Count;

    public string Count(int real) => real >= Living.Count() && real <= messages.Count ? "plausible" : $"{Living.Count()} to {messages.Count}";

    public string Poison => string.Join(",", Poisoned);

    public string NextVisible => Living.Select(m => $"{m.Visible}").FirstOrDefault() ?? "never";

    private List<string> Poisoned { get; } = [];

    private IEnumerable<ModelMessage> Living => messages.Where(m => m.Expires > Now).OrderBy(m => (m.Visible, m.Number));

    public void Pass(long seconds) => Now += seconds;

    public string Send(string text, int hidden, int? life)
    {
        var expires = life == -1 ? long.MaxValue : Now + (life ?? Week);
        var message = new ModelMessage(++sent, text, Now + hidden, expires);
        messages.Add(message);
        held.Add((message, 0));
        return "sent";
    }

    public string Receive(int most, int hidden, bool answered)
    {
        var taken = Living.Where(m => m.Visible <= Now).Take(most).ToList();
        foreach (var message in taken)
        {
            (message.Visible, message.Dequeued, message.Receipt) = (Now + hidden, message.Dequeued + 1, message.Receipt + 1);
            if (answered) held.Add((message, message.Receipt));
        }
        return string.Join(",", taken.Select(m => $"{m.Text}#{m.Dequeued}"));
    }

    public string Peek(int most) =>
        string.Join(",", Living.Where(m => m.Visible <= Now).Take(most).Select(m => $"{m.Text}#{m.Dequeued}"));

    public string Update(int handle, string? text, int hidden, bool answered)
    {
        if (Refused(handle) is { } refused) return refused;
        var message = held[handle].Message;
        if (Now + hidden > message.Expires) return "400 OutOfRangeQueryParameterValue";
        (message.Visible, message.Receipt, message.Text) = (Now + hidden, message.Receipt + 1, text ?? message.Text);
        if (answered) held.Add((message, message.Receipt));
        return "updated";
    }

    public string Delete(int handle)
    {
        if (Refused(handle) is { } refused) return refused;
        messages.Remove(held[handle].Message);
        return "deleted";
    }

    public string Move(int handle)
    {
        if (Refused(handle) is { } refused) return refused;
        Poisoned.Add(held[handle].Message.Text);
        messages.Remove(held[handle].Message);
        return "moved";
    }

    public string Clear()
    {
        messages.Clear();
        return "cleared";
    }

    /// <summary>Forgets the last receipts: their answer was lost.</summary>
    public void Forget(int before) => held.RemoveRange(before, held.Count - before);

    private string? Refused(int handle)
    {
        var (message, receipt) = held[handle];
        if (!messages.Contains(message) || message.Expires <= Now) return "404 MessageNotFound";
        return message.Receipt == receipt ? null : "400 PopReceiptMismatch";
    }
}

internal sealed class ModelMessage(int number, string text, long visible, long expires)
{
    public int Number => number;

    public long Expires => expires;

    public string Text { get; set; } = text;

    public long Visible { get; set; } = visible;

    public int Dequeued { get; set; }

    public int Receipt { get; set; }
}
