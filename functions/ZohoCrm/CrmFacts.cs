using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.Operators;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// What people should know of the connection to Zoho CRM: modules that are not there, channels that end, credits.
/// </summary>
internal sealed class CrmFacts(ZohoCrmClient crm, ZohoCrmOptions options, CrmModuleGate gate, CrmChannelKeeper channels)
    : IConnectionFacts
{
    public string Connection => ZohoCrmOptions.Id;

    public async Task<ConnectionFacts> ReadAsync(CancellationToken cancellation)
    {
        var notices = new List<ConnectionNotice>();
        if (gate.Closed is { Count: > 0 } closed)
            notices.Add(new("modules-missing",
                $"Zoho CRM (edition {gate.Organisation?.Edition}) offers no {string.Join(", ", closed)}: the flows to them are off.",
                "Take the Professional edition or a higher one, or give the connection's user a profile that may use them."));
        if (options.Channels.Enabled && await channels.EndingAsync(options.Channels.AlarmBelow, cancellation) is { Count: > 0 } ending)
            notices.Add(new("channels-ending",
                $"The channels of {string.Join(", ", ending)} end soon or are not open: changes there are found by polling.",
                "They are opened by themselves; look in the log if this goes on."));
        var credits = crm.Credits;
        var usage = new Dictionary<string, object?>
        {
            ["creditsUsed"] = credits.Used, ["countedSince"] = credits.CountedSince, ["creditsRemaining"] = credits.Remaining,
            ["remainingAt"] = credits.RemainingAt, ["creditsAllowed"] = credits.Allowance, ["edition"] = gate.Organisation?.Edition,
        };
        return new ConnectionFacts(notices, usage);
    }
}
