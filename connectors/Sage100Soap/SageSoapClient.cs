using System.Globalization;
using System.Xml.Linq;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>
/// eBusiness Web Services: one customer, contact or order by its key. Lists, searches and everything else only the agent knows. Each call
/// carries user, password and company; there is no session. Source: Sage 100 Web Services Guide.
/// </summary>
public sealed partial class SageSoapClient : ISageRecords
{
    private readonly SageSoapOptions options;
    private readonly SageSoapTransport transport;
    private readonly VaultReader vault;
    private readonly SageSoapContracts contracts;

    internal SageSoapClient(SageSoapOptions options, SageSoapTransport transport, VaultReader vault) =>
        (this.options, this.transport, this.vault, contracts) =
            (options, transport, vault, new SageSoapContracts(transport));

    /// <inheritdoc/>
    public void BeginTurn() => transport.BeginTurn();

    /// <summary>The service's versions and its null date: its own health check, which needs no user.</summary>
    public async Task<SageSoapInformation> InformationAsync(CancellationToken cancellation = default)
    {
        var (_, answer) = await CallAsync(
            "GetContractInformation", new(), readOnly: true, repeatable: true, "read contract information", cancellation);
        var result = answer.Elements().FirstOrDefault();
        return new SageSoapInformation(
            Text(result, "AssemblyVersion") ?? "",
            int.TryParse(Text(result, "ContractVersion"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
            SoapValues.Moment(Text(result, "NullDateTime") ?? "") ?? new DateTime(1753, 1, 1, 0, 0, 0, DateTimeKind.Unspecified));
    }

    /// <summary>The operations that this host offers.</summary>
    public async Task<IReadOnlyCollection<string>> OperationsAsync(CancellationToken cancellation = default) =>
        (await contracts.GetAsync(cancellation)).Operations;

    private async Task<DateTime> NullDateAsync(CancellationToken cancellation) =>
        await contracts.NullDateAsync(async () => (await InformationAsync(CancellationToken.None)).NullDate, cancellation);

    /// <summary>A call as its user; after an operation was not known under its name, once more by a fresh WSDL.</summary>
    private async Task<(SoapContract Contract, XElement Answer)> CallAsync(
        string operation, Dictionary<string, object> arguments, bool readOnly, bool repeatable, string shown,
        CancellationToken cancellation)
    {
        try
        {
            return await CallOnceAsync(operation, arguments, readOnly, repeatable, shown, cancellation);
        }
        catch (FailureException stale) when (stale.Failure.Code == SoapFaults.NotSupported)
        {
            contracts.Forget();
            return await CallOnceAsync(operation, arguments, readOnly, repeatable, shown, cancellation);
        }
    }

    private async Task<(SoapContract, XElement)> CallOnceAsync(
        string operation, Dictionary<string, object> arguments, bool readOnly, bool repeatable, string shown,
        CancellationToken cancellation)
    {
        var contract = await contracts.GetAsync(cancellation);
        if (contract.Find(operation) is not { } found) throw Missing(operation, shown);
        var envelope = SoapEnvelope.Write(contract, found, arguments);
        return (contract, await transport.SendAsync(shown, found.Action, envelope, readOnly, repeatable, cancellation));
    }

    /// <summary>What every operation on a company's data needs.</summary>
    private async Task<Dictionary<string, object>> ArgumentsAsync(CancellationToken cancellation) => new(StringComparer.Ordinal)
    {
        ["logon"] = new Dictionary<string, string>
        {
            ["Username"] = options.User, ["Password"] = await vault.ReadAsync(options.PasswordSecret, cancellation),
        },
        ["companyCode"] = options.Company,
    };

    private static string? Text(XElement? result, string name) =>
        result?.Elements().FirstOrDefault(each => each.Name.LocalName == name)?.Value;

    private static FailureException Missing(string operation, string shown) => new(new Failure(
        FailureClass.Permanent, SageSoapOptions.Id, shown, "operation-missing", $"The service of this host has no operation {operation}.",
        "Have the agent do this: Isthmus:Connections:sage-100:Surface."));
}
