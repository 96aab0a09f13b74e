using System.Text.Json;
using System.Xml.Linq;
using Isthmus.Connectors.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100Soap;

public sealed partial class SageSoapClient
{
    /// <inheritdoc/>
    public async Task<JsonElement?> ReadAsync(
        string objectName, IReadOnlyDictionary<string, string> key, CancellationToken cancellation = default)
    {
        var known = Need(objectName, $"read {objectName}");
        return await GetAsync(known, key, cancellation) is { } found
            ? SoapRecord.Read(found.Contract, found.Structure, found.Result, await NullDateAsync(cancellation)) : null;
    }

    /// <inheritdoc/>
    public async Task<SageWriteResult> CreateAsync(
        string objectName, IReadOnlyDictionary<string, string> key, ReadOnlyMemory<byte> body, CancellationToken cancellation = default)
    {
        var operation = $"create {objectName}";
        var known = Need(objectName, operation);
        var record = Changed(new SoapFields(await NullDateAsync(cancellation), operation), body);
        foreach (var (column, value) in key) record.SetText(column, value);
        var outcome = SageOutcome.Written;
        try
        {
            // Sent again after a lost answer it finds itself there.
            await ChangeAsync($"Create{known.Operation}", known.Parameter, record, operation, cancellation);
        }
        catch (FailureException taken) when (taken.Failure.Code == SoapFaults.AlreadyExists)
        {
            outcome = SageOutcome.Exists;
        }
        return await StoredAsync(outcome, objectName, key, cancellation);
    }

    /// <summary>
    /// Changes what the body names. The service takes whole records only, and the last writer wins: so the record is read right before,
    /// and goes back as it came but for the changes.
    /// </summary>
    public async Task<SageWriteResult> UpdateAsync(
        string objectName, IReadOnlyDictionary<string, string> key, ReadOnlyMemory<byte> body, CancellationToken cancellation = default)
    {
        var operation = $"update {objectName}";
        var known = Need(objectName, operation);
        if (await GetAsync(known, key, cancellation) is not { } found)
            throw new FailureException(SageOutcomes.FailureOf(
                new SageWriteResult("1", SageOutcome.NotFound, null, null, null), operation)! with { Connection = SageSoapOptions.Id });
        var record = Changed(SoapFields.From(found.Result, await NullDateAsync(cancellation), operation), body);
        await ChangeAsync($"Update{known.Operation}", known.Parameter, record, operation, cancellation);
        return await StoredAsync(SageOutcome.Written, objectName, key, cancellation);
    }

    /// <inheritdoc/>
    public async Task<string> NextNumberAsync(string objectName, CancellationToken cancellation = default)
    {
        var operation = $"take number of {objectName}";
        var known = Need(objectName, operation);
        var (_, answer) = await CallAsync($"GetNext{known.Operation}No", await ArgumentsAsync(cancellation), readOnly: false,
            repeatable: true, operation, cancellation);
        return answer.Elements().FirstOrDefault()?.Value is { Length: > 0 and <= 20 } number ? number
            : throw new FailureException(SoapAnswers.Malformed(new Http.ApiCall(operation, HttpMethod.Post, ""), 200).Failure);
    }

    private async Task<(SoapContract Contract, SoapMember Structure, XElement Result)?> GetAsync(
        SoapObject known, IReadOnlyDictionary<string, string> key, CancellationToken cancellation)
    {
        var arguments = await ArgumentsAsync(cancellation);
        foreach (var (column, parameter) in known.Keys) arguments[parameter] = key[column];
        try
        {
            var (contract, answer) = await CallAsync(
                $"Get{known.Operation}", arguments, readOnly: true, repeatable: true, $"read {known.Object}", cancellation);
            return answer.Elements().FirstOrDefault() is { } result && !result.IsEmpty
                ? (contract, Structure(contract, known), result) : null;
        }
        catch (FailureException absent) when (absent.Failure.Code == SoapFaults.NoKey)
        {
            return null;
        }
    }

    /// <summary>The structure of a record is that of the parameter which takes it.</summary>
    private static SoapMember Structure(SoapContract contract, SoapObject known) =>
        contract.Find($"Create{known.Operation}")?.Parameters.FirstOrDefault(each => each.Name.LocalName == known.Parameter)
            ?? new SoapMember(known.Operation, null, false);

    private async Task ChangeAsync(
        string operation, string parameter, SoapFields record, string shown, CancellationToken cancellation)
    {
        var arguments = await ArgumentsAsync(cancellation);
        arguments[parameter] = record;
        await CallAsync(operation, arguments, readOnly: false, repeatable: true, shown, cancellation);
    }

    private async Task<SageWriteResult> StoredAsync(
        SageOutcome outcome, string objectName, IReadOnlyDictionary<string, string> key, CancellationToken cancellation) =>
        new("1", outcome, await ReadAsync(objectName, key, cancellation), null, null);

    private static SoapFields Changed(SoapFields record, ReadOnlyMemory<byte> body)
    {
        var document = body.IsEmpty ? default : JsonElement.Parse(body.Span);
        if (document.Member("values") is { ValueKind: JsonValueKind.Object } values)
            foreach (var value in values.EnumerateObject()) record.Set(value.Name, value.Value);
        foreach (var line in document.Items("lines")) record.SetLine(line);
        return record;
    }

    private static SoapObject Need(string objectName, string operation) => SoapObject.Find(objectName)
        ?? throw new FailureException(new Failure(FailureClass.Permanent, SageSoapOptions.Id, operation, "object-not-served",
            $"eBusiness Web Services do not know {objectName}.", "Have the agent do this: Isthmus:Connections:sage-100:Surface."));
}
