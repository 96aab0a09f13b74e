using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

/// <summary>What an app needs that is connected to Sage 300 and to Zoho CRM; worlds without them pay nothing.</summary>
internal static class Sage300World
{
    /// <summary>The connection to Sage 300. <c>{sandbox}</c> stands for the address of the world.</summary>
    public static readonly (string Name, string Value)[] On =
    [
        ("Isthmus:Connections:sage-300:BaseAddress", "{sandbox}/sage-300/Sage300WebApi"),
        ("Isthmus:Connections:sage-300:Company", "SAMLTD"),
        ("Isthmus:Connections:sage-300:User", "ZAPI"),
        ("Isthmus:Connections:sage-300:Limits:Calls", "10000"),
        ("Isthmus:Connections:sage-300:Limits:RetryPause", "00:00:00.01"),
    ];

    /// <summary>Both connections.</summary>
    public static readonly (string Name, string Value)[] WithCrm = [.. On, .. CrmSettings.On];

    /// <summary>The sandbox's own secrets, and a CRM that counts no calls.</summary>
    public static Task FurnishAsync(World world)
    {
        var vault = new FileVault(world.Home);
        vault.Set("sage-300-password", "SAGE300-SANDBOX");
        CrmSettings.FillVault(vault);
        return CrmSettings.MakePatientAsync(world.Sandbox);
    }
}
