using FsCheck;
using FsCheck.Fluent;

namespace Isthmus.Embedded.Tests.Model.Queues;

/// <summary>
/// Something done to a queue. <paramref name="Which"/> chooses among the receipts given out so far, fresh or stale.
/// </summary>
internal sealed record QueueDeed(QueueVerb Verb, int Which, int Most, int Hidden, int? Life, Fault Fault)
{
    public static Gen<QueueDeed> Any =>
        from verb in Gen.Frequency(
            (6, Gen.Constant(QueueVerb.Send)), (6, Gen.Constant(QueueVerb.Receive)), (3, Gen.Constant(QueueVerb.Update)),
            (4, Gen.Constant(QueueVerb.Delete)), (2, Gen.Constant(QueueVerb.Peek)), (1, Gen.Constant(QueueVerb.Move)),
            (5, Gen.Constant(QueueVerb.Pass)), (1, Gen.Constant(QueueVerb.Stop)), (1, Gen.Constant(QueueVerb.Crash)),
            (1, Gen.Frequency((1, Gen.Constant(QueueVerb.Clear)), (4, Gen.Constant(QueueVerb.Peek)))))
        from which in Gen.Choose(0, 1000)
        from most in Gen.Frequency((9, Gen.Choose(1, 4)), (1, Gen.Elements(0, 32, 33)))
        from hidden in Gen.Frequency((4, Gen.Choose(0, 3)), (2, Gen.Choose(5, 90)), (1, Gen.Elements(-1, QueueModel.Week, QueueModel.Week + 1)))
        from life in Gen.Frequency<int?>(
            (4, Gen.Constant<int?>(null)), (1, Gen.Elements<int?>(-1, 0, 8 * 24 * 3600)), (3, Gen.Choose(1, 60).Select(n => (int?)n)))
        from fault in Gen.Frequency((12, Gen.Constant(Fault.None)), (1, Gen.Constant(Fault.Before)), (1, Gen.Constant(Fault.After)))
        select new QueueDeed(verb, which, most, hidden, life, fault);

    private string Text => $"m{Which}";

    private string? NewText => Which % 3 == 0 ? null : $"n{Which}";

    private bool Answered => Fault == Fault.None;

    public string Expected(QueueModel model)
    {
        if (Verb is QueueVerb.Update or QueueVerb.Delete or QueueVerb.Move && model.Held == 0) return "";
        if (Refusal() is { } refusal) return refusal;
        if (Fault == Fault.Before && Writes) return LostAnswers.Lost;
        var before = model.Held;
        var told = Told(model);
        if (Fault != Fault.After || !Writes || told.StartsWith('4')) return told;
        model.Forget(before);
        return LostAnswers.Lost;
    }

    public async Task<string> ActualAsync(RealQueue real, int held)
    {
        real.Answers.Next = Writes ? Fault : Fault.None;
        var handle = held == 0 ? 0 : Which % held;
        var told = Verb switch
        {
            QueueVerb.Send => await real.SendAsync(Text, Hidden, Life),
            QueueVerb.Receive => await real.ReceiveAsync(Most, Hidden),
            QueueVerb.Peek => await real.PeekAsync(Most),
            QueueVerb.Clear => await real.ClearAsync(),
            QueueVerb.Update when held > 0 => await real.UpdateAsync(handle, NewText, Hidden),
            QueueVerb.Delete when held > 0 => await real.DeleteAsync(handle),
            QueueVerb.Move when held > 0 => await real.MoveAsync(handle),
            _ => "",
        };
        real.Answers.Next = Fault.None;
        if (Verb == QueueVerb.Pass) real.Pass(Which % 40);
        if (Verb is QueueVerb.Stop or QueueVerb.Crash) await real.RestartAsync(Verb == QueueVerb.Crash);
        return told;
    }

    private bool Writes => Verb is QueueVerb.Send or QueueVerb.Receive or QueueVerb.Update or QueueVerb.Delete or QueueVerb.Move;

    /// <summary>What the service says to numbers out of range, before it looks into the queue.</summary>
    private string? Refusal() => Verb switch
    {
        QueueVerb.Receive when Most is < 1 or > 32 || Hidden is < 1 or > QueueModel.Week => "400 OutOfRangeQueryParameterValue",
        QueueVerb.Peek when Most is < 1 or > 32 => "400 OutOfRangeQueryParameterValue",
        QueueVerb.Send or QueueVerb.Update when Hidden is < 0 or > QueueModel.Week => "400 OutOfRangeQueryParameterValue",
        QueueVerb.Send when Life is not (null or -1) && (Life < 1 || Hidden >= Life) => "400 InvalidQueryParameterValue",
        _ => null,
    };

    private string Told(QueueModel model)
    {
        var handle = model.Held == 0 ? 0 : Which % model.Held;
        if (Verb == QueueVerb.Pass) model.Pass(Which % 40);
        return Verb switch
        {
            QueueVerb.Send => model.Send(Text, Hidden, Life),
            QueueVerb.Receive => model.Receive(Most, Hidden, Answered),
            QueueVerb.Peek => model.Peek(Most),
            QueueVerb.Clear => model.Clear(),
            QueueVerb.Update => model.Update(handle, NewText, Hidden, Answered),
            QueueVerb.Delete => model.Delete(handle),
            QueueVerb.Move => model.Move(handle),
            _ => "",
        };
    }
}

internal enum QueueVerb { Send, Receive, Update, Delete, Peek, Move, Clear, Pass, Stop, Crash }
