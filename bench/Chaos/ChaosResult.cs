using System.Runtime.InteropServices;
using System.Text.Json;

namespace Isthmus.Bench.Chaos;

/// <summary>What a run was and what it showed.</summary>
internal sealed record ChaosResult
{
    private static readonly JsonSerializerOptions Camel = new(JsonSerializerDefaults.Web);

    public string Bench { get; } = "chaos";

    public string Machine { get; } =
        $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} x {RuntimeInformation.ProcessArchitecture}";

    public required int Seed { get; init; }

    public required int Orders { get; init; }

    public required int Kills { get; init; }

    public required int KillsInStart { get; init; }

    /// <summary>Faults that happened, by kind.</summary>
    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    /// <summary>From the first payment until all was quiet.</summary>
    public required double Seconds { get; init; }

    public required decimal StripeTotal { get; init; }

    public required decimal ZohoTotal { get; init; }

    public required decimal SageTotal { get; init; }

    public required long AuditEntries { get; init; }

    /// <summary>What is not as it should be; empty when all holds.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    public bool Holds => Findings.Count == 0;

    public string Json() => JsonSerializer.Serialize(this, Camel);

    public string Text() => $"""
        seed            {Seed}
        orders          {Orders}
        kills           {Kills}, {KillsInStart} of them while the app started
        faults          {Faults.Values.Sum()}: {string.Join(", ", Faults.Select(fault => $"{fault.Value} {fault.Key}"))}
        seconds         {Seconds}
        Stripe          {StripeTotal}
        Zoho            {ZohoTotal}
        Sage            {SageTotal}
        audit entries   {AuditEntries}
        {(Holds ? "Nothing lost, nothing doubled: every check holds." : string.Join(Environment.NewLine, Findings.Prepend("It does not hold:")))}
        """;
}
