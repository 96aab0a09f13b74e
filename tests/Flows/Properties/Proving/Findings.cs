using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Collects everything that is wrong, so that one failing history tells all of it; and what was there to be wrong.</summary>
internal sealed class Findings
{
    private readonly List<string> wrong = [];

    public IReadOnlyList<string> All => wrong;

    /// <summary>How many records of each kind were looked at.</summary>
    public IReadOnlyDictionary<string, int> Seen { get; private set; } = new Dictionary<string, int>();

    public void See(Ledger ledger) => Seen = new[]
    {
        ("stripe", "charges"), ("stripe", "refunds"), ("stripe", "disputes"), ("stripe", "payouts"), ("zoho-inventory", "creditnotes"),
        ("zoho-inventory", "shipmentorders"), ("zoho-inventory", "salesreturnreceives"), ("sage-100", "journals"),
    }.ToDictionary(kind => kind.Item2, kind => ledger.Of(kind.Item1, kind.Item2).Count);

    public void Expect(bool right, string otherwise)
    {
        if (!right) wrong.Add(otherwise);
    }
}
