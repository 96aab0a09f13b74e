using System.Text.Json;
using Isthmus.Core.Canonical;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Mapping;

/// <summary>Applies a mapping document and turns its problems into one failure that names them all.</summary>
public sealed class Mapper(MappingCatalog catalog)
{
    /// <summary>Maps without run-time values.</summary>
    public ReadOnlyMemory<byte> Map(string document, JsonElement source, StepNotes notes) =>
        Map(document, source, notes, MappingContext.Empty);

    /// <summary>Maps a record to a canonical one.</summary>
    /// <exception cref="FailureException">The record, or a value in it, does not fit; the failure names the field.</exception>
    public T Read<T>(string document, JsonElement source, StepNotes notes)
    {
        var mapped = Map(document, source, notes);
        try { return CanonicalJson.Read<T>(mapped); }
        catch (JsonException misfit)
        {
            throw new FailureException(new Failure(
                FailureClass.Validation, "isthmus", $"map {document}", "value-out-of-range",
                $"{misfit.Path}: the value is too large, or of another kind than the field.",
                "Correct the value at its source, or the mapping, then resubmit.")
            {
                Field = misfit.Path,
            });
        }
    }

    /// <summary>Maps a stored document.</summary>
    public ReadOnlyMemory<byte> Map(string document, ReadOnlyMemory<byte> source, StepNotes notes, MappingContext context)
    {
        using var json = JsonDocument.Parse(source);
        return Map(document, json.RootElement, notes, context);
    }

    /// <summary>Maps a record.</summary>
    /// <exception cref="FailureException">The record has fields that the document refuses; the failure names each.</exception>
    public ReadOnlyMemory<byte> Map(string document, JsonElement source, StepNotes notes, MappingContext context)
    {
        var result = catalog.Get(document).Apply(source, context);
        notes.Mapping = $"{document}@{result.Version}";
        if (result.Ok)
        {
            notes.Fields = FieldNames.Of(result.Output);
            return result.Output;
        }
        var problems = result.Problems;
        var missing = problems.All(p => p.MissingIn is not null);
        throw new FailureException(new Failure(
            missing ? FailureClass.ReferenceMissing : FailureClass.Validation, "isthmus", $"map {document}",
            missing ? "reference-missing" : "mapping-refused",
            string.Join(" ", problems.Take(20).Select(p => $"{p.Path}: {p.Message}")),
            string.Join(" ", problems.Select(p => p.Cure).Distinct().Take(5)))
        {
            Field = problems[0].Path,
        });
    }
}
