using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;
using Isthmus.Core.Statuses;

namespace Isthmus.Core.Mapping.Operations;

/// <summary><c>status</c>: a system's status code in our words (<c>of</c>), or ours in a system's (<c>for</c>).</summary>
internal static class StatusOperation
{
    public static FieldReader Compile(DocumentNode field, CompileScope scope)
    {
        var sources = CopyOperation.Sources(field, "from", scope);
        var read = CopyOperation.First(sources);
        var (of, forSystem) = (field.Text("of"), field.Text("for"));
        if (of is null == forSystem is null)
            field.Wrong("of", of, "The field must name the record whose codes are translated.",
                "Write 'of: zoho.salesorder' or 'for: ...'.");
        var record = of ?? forSystem ?? "";
        if (scope.Table(field, "operation", StatusTranslation.TableName, null) is not { } table)
            return _ => default;
        var translation = new StatusTranslation(table);
        if (!translation.Records.Contains(record))
            field.Wrong(of is null ? "for" : "of", record, "The table 'statuses' has no codes of this record.",
                Spelling.Cure(record, translation.Records));
        return run =>
        {
            var code = read(run);
            if (!code.Exists)
                return code;
            var word = of is null ? translation.FromOurs(record, code.AsText()) : translation.ToOurs(record, code.AsText());
            if (word is not null)
                return new Value(word);
            run.Problem(CopyOperation.Shown(run, sources), code.AsText(), $"The table 'statuses' has no such code of {record}.",
                "Add the code to mappings/references/statuses.yaml.", StatusTranslation.TableName);
            return Value.Failed;
        };
    }
}
