using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Secrets;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>Checks the address, the contract, and that the user may read the company.</summary>
internal sealed class SageSoapCheck(SageSoapOptions options, SageSoapClient client, VaultReader vault) : IConnectionCheck
{
    private static readonly string[] Needed =
    [
        "GetContractInformation", "GetCustomer", "GetCustomerContact", "CreateCustomer", "UpdateCustomer", "GetSalesOrder",
        "GetNextSalesOrderNo", "CreateSalesOrder",
    ];

    // Customers are numbered from other characters; asking for one that nobody has needs the user's rights all the same.
    private static readonly Dictionary<string, string> Nobody = new() { ["ARDivisionNo"] = "00", ["CustomerNo"] = "ISTHMUS-CHECK" };

    public string Connection => SageSoapOptions.Id;

    public async Task<ConnectionReport> CheckAsync(CancellationToken cancellation = default)
    {
        var run = new CheckRun(Connection).Options(options);
        await run.NeededAsync("password in the vault", () => PasswordAsync(cancellation));
        await run.NeededAsync("contract", () => ContractAsync(cancellation));
        await run.NeededAsync("service answers", () => InformationAsync(cancellation));
        await run.StepAsync("user and company", () => UserAsync(cancellation));
        return run.Report;
    }

    public Task PingAsync(CancellationToken cancellation = default) => client.ReadAsync("AR_Customer", Nobody, cancellation);

    private async Task<CheckStep> PasswordAsync(CancellationToken cancellation)
    {
        await vault.ReadAsync(options.PasswordSecret, cancellation);
        return Step.Ok("found");
    }

    private async Task<CheckStep> ContractAsync(CancellationToken cancellation)
    {
        var offered = await client.OperationsAsync(cancellation);
        var missing = Needed.Except(offered).ToList();
        return missing.Count == 0 ? Step.Ok($"{offered.Count} operations")
            : Step.Failed($"The WSDL lacks {string.Join(", ", missing)}.",
                "Set BaseAddress to the full address of eBusiness Web Services.");
    }

    private async Task<CheckStep> InformationAsync(CancellationToken cancellation)
    {
        var about = await client.InformationAsync(cancellation);
        return Step.Ok($"version {about.AssemblyVersion}, contract {about.ContractVersion}");
    }

    private async Task<CheckStep> UserAsync(CancellationToken cancellation)
    {
        await PingAsync(cancellation);
        return Step.Ok($"{options.User} may read company {options.Company}");
    }
}
