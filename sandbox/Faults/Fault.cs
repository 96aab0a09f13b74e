using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Faults;

/// <summary>One fault that was asked for, and how often it still happens.</summary>
internal sealed class Fault
{
    private readonly Regex? pattern;

    public Fault(string id, JsonObject body)
    {
        body.AllowOnly("vendor", "match", "kind", "rate", "count", "delayMs", "status", "code", "retryAfterSeconds");
        Id = id;
        Vendor = body.Get<string>("vendor");
        Match = body.Get<string>("match");
        Kind = body.Need<string>("kind");
        Rate = body.Get("rate", 1.0);
        Left = body.Get<int?>("count");
        Delay = TimeSpan.FromMilliseconds(body.Get("delayMs", 1000));
        Status = body.Get("status", 500);
        Code = body.Get<string>("code");
        RetryAfterSeconds = body.Get<int?>("retryAfterSeconds");
        if (!FaultKind.All.Contains(Kind)) throw new ControlException($"kind '{Kind}' is not known. Known: {string.Join(", ", FaultKind.All)}.");
        if (Rate is < 0 or > 1) throw new ControlException("rate goes from 0 to 1.");
        if (Status is < 100 or > 599) throw new ControlException("status goes from 100 to 599.");
        pattern = Compile(Match);
    }

    public string Id { get; }
    public string? Vendor { get; }
    public string? Match { get; }
    public string Kind { get; }
    public double Rate { get; }
    public int? Left { get; private set; }
    public TimeSpan Delay { get; }
    public int Status { get; }
    public string? Code { get; }
    public int? RetryAfterSeconds { get; }
    public int Happened { get; private set; }

    public bool Spent => Left <= 0;

    public bool Fits(string vendor, string subject) =>
        (Vendor is null || Vendor == vendor)
        && (Match is null || subject.Contains(Match, StringComparison.OrdinalIgnoreCase) || pattern!.IsMatch(subject));

    public void Use()
    {
        Left--;
        Happened++;
    }

    public JsonObject Show() => new()
    {
        ["id"] = Id, ["vendor"] = Vendor, ["match"] = Match, ["kind"] = Kind, ["rate"] = Rate, ["count"] = Left,
        ["delayMs"] = (long)Delay.TotalMilliseconds, ["status"] = Status, ["code"] = Code,
        ["retryAfterSeconds"] = RetryAfterSeconds, ["happened"] = Happened
    };

    private static Regex? Compile(string? match)
    {
        if (match is null) return null;
        try { return new Regex(match, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(50)); }
        catch (ArgumentException) { return new Regex(Regex.Escape(match), RegexOptions.IgnoreCase); }
    }
}
