using System.Globalization;
using Isthmus.Core.Failures;

namespace Isthmus.Fuzz;

/// <summary>The flows' steps over spoiled answers: done, or a failure of the vendor's, never one of our own.</summary>
internal sealed class StepTarget : Target
{
    private readonly KnownSteps spoiled = new();

    // With a state and limits of their own: what a vendor that has lost its mind said must not count against sound answers.
    private readonly KnownSteps sound = new();

    public override string Name => "steps";

    public override int Share => 30;

    public override int AtOnce => 16;

    public override async Task OpenAsync()
    {
        SpoiledAnswers.Spoil(null);
        await spoiled.OpenAsync();
        await sound.OpenAsync();
    }

    public override Input Make(Dice dice) => new($"{1 + dice.Below(int.MaxValue)}", dice.One(spoiled.Names), Valid: dice.OnceIn(10));

    public override async ValueTask<string?> TryAsync(Input input)
    {
        SpoiledAnswers.Spoil(input.Valid ? null : new Dice(ulong.Parse(input.Text, CultureInfo.InvariantCulture)));
        var failure = await (input.Valid ? sound : spoiled).RunAsync(input.Head, input.Text);
        if (failure is null) return null;
        if (input.Valid) return $"A sound answer is refused: {failure}";
        return failure is { Class: FailureClass.Bug, Connection: "isthmus" } ? $"A failure of our own: {failure}" : null;
    }

    public override async ValueTask DisposeAsync()
    {
        await spoiled.DisposeAsync();
        await sound.DisposeAsync();
    }
}
