using Isthmus.Core.Mapping.Documents;
using Isthmus.Core.Mapping.Plans;
using Isthmus.Core.Mapping.Running;

namespace Isthmus.Core.Mapping.Operations;

/// <summary>
/// <c>customFields</c>: sections of metadata, UDFs or custom fields, one into the other. Form <c>members</c> writes them as
/// members of <c>to</c>; form <c>list</c> as a list of name and value.
/// </summary>
internal static class CustomFieldsOperation
{
    public static bool Spreads(DocumentNode field) => field.Text("form") is null or "members";

    public static Emitter Compile(DocumentNode field, FieldTarget target, string leaf, CompileScope scope)
    {
        var form = field.Text("form") ?? "members";
        if (form is not ("members" or "list"))
            field.Wrong("form", form, "There is no such form.", "Write members or list.");
        var sections = field.Nodes("sections").Select(node => CustomSection.Compile(node, scope)).ToArray();
        if (sections.Length == 0)
            field.Wrong("sections", null, "No section says which fields to take.",
                "Write 'sections: [{ name: NAME, from: PATH }]'.");
        var sink = form == "list" ? CustomFieldSink.List(field, scope) : CustomFieldSink.Members(field, scope);
        var name = JsonText.Name(leaf);
        return run =>
        {
            var seen = run.Seen;
            seen.Clear();
            if (form == "list")
                run.Out.Begin(name, array: true);
            foreach (var section in sections)
                section.Each(run, (key, value) => sink.Add(run, target, seen, key, value));
            if (form == "list")
                run.Out.End();
            return seen.Count > 0;
        };
    }
}
